package dev.mortise.testing.mock;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a mock answers to some calls: one answer after the other, the last for ever. */
final class Stub {
  private final Pattern pattern;
  private final @Nullable StackTraceElement place;
  private final List<Answer<?>> answers = new ArrayList<>();
  private Duration delay = Duration.ZERO;
  private int used;
  private int seen;
  private int only;

  Stub(Pattern pattern, @Nullable StackTraceElement place) {
    this.pattern = pattern;
    this.place = place;
  }

  Pattern pattern() {
    return pattern;
  }

  synchronized void add(Answer<?> answer) {
    Duration wait = delay;
    delay = Duration.ZERO;
    answers.add(
        wait.isZero()
            ? answer
            : call -> {
              Thread.sleep(wait);
              return answer.answer(call);
            });
  }

  /** Whether it answers a call, which is one more of those that its pattern matches. */
  synchronized boolean answers(Call call) {
    if (!pattern.matches(call)) {
      return false;
    }
    seen++;
    return only == 0 || seen == only;
  }

  /** Lets it answer one of the calls that its pattern matches, the first being 1. */
  synchronized void only(int call) {
    only = call;
  }

  /** Lets the next answer that is added wait. */
  synchronized void delay(Duration duration) {
    delay = duration;
  }

  synchronized boolean isUsed() {
    return used > 0;
  }

  /** The answer to the next call; null when none was given. */
  synchronized @Nullable Answer<?> next() {
    used++;
    return answers.isEmpty() ? null : answers.get(Math.min(used, answers.size()) - 1);
  }

  @Override
  public String toString() {
    return pattern
        + (place == null ? "" : "  (" + place.getFileName() + ":" + place.getLineNumber() + ")");
  }
}
