package dev.mortise.runtime.instance;

import java.time.Instant;

/**
 * Why an instance is of no use any more: a call into it did not return.
 *
 * @param call which one, counted from 1
 * @param time when it ended
 * @param cause what ended it
 */
record Poison(long call, Instant time, Throwable cause) {
  @Override
  public String toString() {
    return "call " + call + " into it did not return, at " + time;
  }
}
