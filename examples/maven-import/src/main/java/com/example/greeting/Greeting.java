package com.example.greeting;

import dev.mortise.classgen.TypedComponent;
import dev.mortise.runtime.Imports;
import greeter.Greeter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalTime;
import wit.examples.hello.v1.Clock;

/** Greets by the time of the day: the words are the component's, the clock is Java's. */
public final class Greeting {
  private Greeting() {}

  public static void main(String[] args) throws IOException {
    try (Greeter greeter = greeter(() -> LocalTime.now().getHour())) {
      System.out.println(greeter.greet(args.length == 0 ? "World" : args[0]));
    }
  }

  /** An instance of the component that asks a clock for the hour. */
  static Greeter greeter(Clock clock) throws IOException {
    return TypedComponent.load(Path.of("src/main/wasm/greeter.wasm"))
        .as(Greeter.class)
        .instantiate(Imports.of(Clock.class, clock));
  }
}
