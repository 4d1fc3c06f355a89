package dev.mortise.examples.typed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.mortise.runtime.error.TrapException;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HelloTypedTest {
  private static final Path COMPONENT = Path.of("../hello-java/hello-clock.wasm");

  @ParameterizedTest
  @CsvSource({"4, Good night", "5, Good morning", "12, Good afternoon", "23, Good evening"})
  void greet_dependsOnTheHour(int hour, String salute) throws IOException {
    assertThat(HelloTyped.greeter(COMPONENT, () -> hour).greet("Zoë")).isEqualTo(salute + ", Zoë!");
  }

  @Test
  void clockThatFails_isATrap() throws IOException {
    Greeter greeter =
        HelloTyped.greeter(
            COMPONENT,
            () -> {
              throw new IllegalStateException("no clock");
            });
    assertThatExceptionOfType(TrapException.class)
        .isThrownBy(() -> greeter.greet("World"))
        .withMessageContaining("no clock");
  }
}
