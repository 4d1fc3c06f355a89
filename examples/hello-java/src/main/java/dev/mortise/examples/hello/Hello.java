package dev.mortise.examples.hello;

import dev.mortise.loader.Component;
import dev.mortise.loader.Instance;
import dev.mortise.runtime.Imports;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneId;

/** Greets by the time of the day: the component asks for the hour, and Java tells it. */
public final class Hello {
  private Hello() {}

  /**
   * Prints a greeting.
   *
   * @param args the file {@code hello-clock.wasm}, and who is greeted
   */
  public static void main(String[] args) throws IOException {
    System.out.println(
        greet(Path.of(args[0]), args[1], LocalTime.now(ZoneId.systemDefault()).getHour()));
  }

  static String greet(Path file, String who, int hour) throws IOException {
    Component component = Component.load(file);
    Imports imports =
        Imports.builder()
            .instance("examples:hello/clock@1.0.0", clock -> clock.func("hour", args -> hour))
            .build();
    Instance instance = component.instantiate(imports);
    return instance.call("greet", who).asString();
  }
}
