package dev.mortise.examples.hello;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HelloTest {
  private static final Path COMPONENT = Path.of("hello-clock.wasm");

  @ParameterizedTest
  @CsvSource({"4, Good night", "5, Good morning", "12, Good afternoon", "23, Good evening"})
  void greet_dependsOnTheHour(int hour, String salute) throws IOException {
    assertThat(Hello.greet(COMPONENT, "Zoë", hour)).isEqualTo(salute + ", Zoë!");
  }

  @Test
  void main_printsAGreeting() throws IOException {
    PrintStream before = System.out;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    System.setOut(new PrintStream(out, true, UTF_8));
    try {
      Hello.main(new String[] {COMPONENT.toString(), "World"});
    } finally {
      System.setOut(before);
    }
    assertThat(out.toString(UTF_8)).matches("Good \\w+, World!\\R");
  }
}
