package com.example.greeting;

import greeter.Greeter;
import java.time.LocalTime;

/** Greets by the time of the day: the words are the component's, the clock is Java's. */
public final class Greeting {
  private Greeting() {}

  public static void main(String[] args) {
    try (Greeter greeter = Greeter.instantiate(() -> LocalTime.now().getHour())) {
      System.out.println(greeter.greet(args.length == 0 ? "World" : args[0]));
    }
  }
}
