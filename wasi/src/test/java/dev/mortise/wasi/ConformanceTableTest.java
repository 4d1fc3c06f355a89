package dev.mortise.wasi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mortise.loader.wit.resolve.ResolvedInterface;
import dev.mortise.loader.wit.resolve.WitOptions;
import dev.mortise.loader.wit.resolve.WitPackages;
import dev.mortise.runtime.type.FuncType;
import dev.mortise.wasi.config.WasiConfig;
import dev.mortise.wasi.preview1.Preview1;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;

/** The table of CONFORMANCE.md names all functions that there are, and tests that there are. */
class ConformanceTableTest {
  private static final Path TABLE = Path.of("CONFORMANCE.md");
  private static final Path WIT = Path.of("../wasi-contracts/src/main/wit/0.2");
  private static final String PREVIEW_1 = "wasi_snapshot_preview1";
  private static final Pattern ROW =
      Pattern.compile("\\| (wasi[:_]\\S+) \\| (\\S+) \\| yes(?: \\((\\d+)\\))? \\| (\\S+) \\|");

  /** A row; without a note it is empty. */
  private record Row(String where, String function, String note, String test) {
    static Row of(String line) {
      Matcher matcher = ROW.matcher(line);
      assertThat(matcher.matches()).as(line).isTrue();
      String note = matcher.group(3);
      return new Row(
          matcher.group(1), matcher.group(2), note == null ? "" : note, matcher.group(4));
    }

    String name() {
      return where + "#" + function;
    }

    @Override
    public String toString() {
      return name();
    }
  }

  static Stream<Row> rows() throws IOException {
    return Files.readAllLines(TABLE).stream()
        .filter(line -> line.startsWith("| wasi"))
        .map(Row::of);
  }

  private static List<String> names(boolean preview1) throws IOException {
    return rows().filter(row -> row.where().equals(PREVIEW_1) == preview1).map(Row::name).toList();
  }

  @Test
  void functionsOfTheTable_areThoseOfTheWit() throws IOException {
    Set<String> functions = new TreeSet<>();
    for (ResolvedInterface each : WitPackages.load(WIT, WitOptions.ALL_FEATURES).interfaces()) {
      String name = each.name().toString().replaceFirst("@.*", "");
      if (name.startsWith("wasi:")) {
        each.type()
            .exports()
            .forEach(
                (function, type) -> {
                  if (type instanceof FuncType) {
                    functions.add(name + "#" + function.replaceFirst("^\\[.*]", ""));
                  }
                });
      }
    }
    assertThat(functions).hasSizeGreaterThan(100);
    assertThat(names(false)).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(functions);
  }

  @Test
  void functionsOfPreview1_areThoseOfTheTable() throws IOException {
    try (Wasi wasi = Wasi.of(WasiConfig.NONE)) {
      Set<String> functions =
          new Preview1(wasi.interfaces(), WasiExit::new)
              .names().stream().map(name -> PREVIEW_1 + "#" + name).collect(Collectors.toSet());
      assertThat(names(true))
          .doesNotHaveDuplicates()
          .containsExactlyInAnyOrderElementsOf(functions);
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void test_isThere(Row row) throws ClassNotFoundException {
    String[] parts = row.test().split("#");
    Class<?> test = Class.forName("dev.mortise.wasi." + parts[0]);
    assertThat(test.getDeclaredMethods())
        .filteredOn(method -> AnnotationSupport.isAnnotated(method, Testable.class))
        .extracting(Method::getName)
        .contains(parts[1]);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void note_isThere(Row row) throws IOException {
    if (!row.note().isEmpty()) {
      assertThat(Files.readString(TABLE)).contains("\n" + row.note() + ". ");
    }
  }
}
