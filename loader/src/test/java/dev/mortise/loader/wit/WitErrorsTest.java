package dev.mortise.loader.wit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mortise.loader.wit.resolve.WitOptions;
import dev.mortise.loader.wit.resolve.WitPackages;
import dev.mortise.loader.wit.source.WitRule;
import dev.mortise.runtime.error.WitException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every wrong text in {@code wit/errors} is refused with the words that stand beside it. */
class WitErrorsTest {
  private static final Path ERRORS = Path.of("src/test/resources/dev/mortise/loader/wit/errors");
  private static final String SELECTS = "// world: ";

  static List<Path> inputs() throws IOException {
    try (Stream<Path> list = Files.list(ERRORS)) {
      return list.filter(path -> Files.isDirectory(path) || path.toString().endsWith(".wit"))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("inputs")
  void wrongText_isRefusedWithItsPlace(Path input) throws IOException {
    WitException refusal = catchThrowableOfType(WitException.class, () -> load(input));
    assertThat(refusal).as("%s is refused", input).isNotNull();
    String words = refusal.getMessage().replace(ERRORS + "/", "") + "\n";
    String name = String.valueOf(input.getFileName()).replaceFirst("\\.wit$", "");
    Golden.check("wit/errors/" + name + ".expected", words);
  }

  private static void load(Path input) throws IOException {
    WitPackages packages = WitPackages.load(input, WitOptions.DEFAULT);
    String text = Files.readString(input, StandardCharsets.UTF_8);
    if (text.startsWith(SELECTS)) {
      String name = text.substring(SELECTS.length(), text.indexOf('\n'));
      packages.world(name.equals("(only)") ? null : name);
    }
  }

  @ParameterizedTest
  @EnumSource(WitRule.class)
  void everyRule_hasAGolden(WitRule rule) throws IOException {
    try (Stream<Path> list = Files.list(ERRORS)) {
      assertThat(list.filter(path -> path.toString().endsWith(".expected")))
          .as("files that say [%s]", rule.code())
          .anyMatch(path -> read(path).contains("[" + rule.code() + "]"));
    }
  }

  @Test
  void everyGolden_hasItsInput() throws IOException {
    try (Stream<Path> list = Files.list(ERRORS)) {
      assertThat(
              list.map(path -> String.valueOf(path.getFileName()))
                  .filter(name -> name.endsWith(".expected"))
                  .map(name -> name.replaceFirst("\\.expected$", "")))
          .allMatch(
              name ->
                  name.equals("encoded-package") // of EncodedTest
                      || Files.exists(ERRORS.resolve(name + ".wit"))
                      || Files.isDirectory(ERRORS.resolve(name)));
    }
  }

  private static String read(Path path) {
    try {
      return Files.readString(path);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
