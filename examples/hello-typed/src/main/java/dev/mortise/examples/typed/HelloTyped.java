package dev.mortise.examples.typed;

import dev.mortise.classgen.TypedComponent;
import dev.mortise.runtime.Imports;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneId;

/** Greets by the time of the day: the component asks for the hour, and Java tells it. */
public final class HelloTyped {
  private HelloTyped() {}

  /**
   * Prints a greeting.
   *
   * @param args the file {@code hello-clock.wasm}, and who is greeted
   */
  public static void main(String[] args) throws IOException {
    Greeter greeter =
        greeter(Path.of(args[0]), () -> LocalTime.now(ZoneId.systemDefault()).getHour());
    System.out.println(greeter.greet(args[1]));
  }

  static Greeter greeter(Path file, Clock clock) throws IOException {
    return TypedComponent.load(file).as(Greeter.class).instantiate(Imports.of(Clock.class, clock));
  }
}
