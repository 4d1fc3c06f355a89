package dev.mortise.loader.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mortise.loader.validate.rule.Rule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A rule is a promise: its code is stable, and a test shows when it speaks. */
class EveryRuleTest {
  private static final Path TESTS = Path.of("src/test/java/dev/mortise/loader/validate");

  @Test
  void everyRule_hasATest() throws IOException {
    String tests;
    try (Stream<Path> files = Files.list(TESTS)) {
      tests = files.map(EveryRuleTest::read).collect(Collectors.joining());
    }
    assertThat(Rule.values())
        .allMatch(rule -> tests.matches("(?s).*Rule\\." + rule.name() + "\\b.*"));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void everyCode_isKebabCaseAndUnique() {
    assertThat(Arrays.stream(Rule.values()).map(Rule::code))
        .doesNotHaveDuplicates()
        .allMatch(code -> code.matches("[a-z0-9]+(-[a-z0-9]+)*"));
  }
}
