package dev.mortise.loader.wit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.mortise.loader.wit.resolve.WitOptions;
import dev.mortise.loader.wit.resolve.WitPackages;
import dev.mortise.runtime.error.WitException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text that nobody trusts is resolved or refused; nothing else happens. */
class WitRobustnessTest {
  private static final Path RESOURCES = Path.of("src/test/resources/dev/mortise/loader/wit");
  private static final String[] PIECES = {
    "{",
    "}",
    "<",
    ">",
    "(",
    ")",
    ";",
    ",",
    ":",
    "@",
    "\"",
    "%",
    "/*",
    "*/",
    "///",
    "use ",
    "with ",
    "record ",
    "borrow<",
    "list<",
    " as ",
    "include ",
    "import ",
    "export ",
    "->",
    "\ud800",
    "\u0000",
    "@since(version = 9.9.9)",
    "package x:y {",
    "own<",
    "_",
    "0",
    ".",
    "interface ",
    "world "
  };

  @ParameterizedTest
  @ValueSource(strings = {"everything.wit", "encoded/shared.wit", "encoded/include.wit"})
  void mutatedText_isResolvedOrRefused(String file) throws IOException {
    String text = Files.readString(RESOURCES.resolve(file));
    Random random = new Random(20);
    int refused = 0;
    for (int round = 0; round < 1500; round++) {
      try {
        String printed = WitPackages.of("mutant", mutate(text, random), WitOptions.DEFAULT).wit();
        assertThat(printed).isNotEmpty();
      } catch (WitException e) {
        assertThat(e.getMessage()).isNotBlank();
        refused++;
      }
    }
    assertThat(refused).isGreaterThan(500);
  }

  private static String mutate(String text, Random random) {
    StringBuilder mutant = new StringBuilder(text);
    for (int change = 0; change <= random.nextInt(3); change++) {
      int at = random.nextInt(mutant.length());
      int end = Math.min(mutant.length(), at + 1 + random.nextInt(12));
      switch (random.nextInt(4)) {
        case 0 -> mutant.delete(at, end);
        case 1 -> mutant.insert(at, PIECES[random.nextInt(PIECES.length)]);
        case 2 -> mutant.insert(at, mutant.substring(at, end));
        default -> mutant.setCharAt(at, (char) random.nextInt(128));
      }
    }
    return mutant.toString();
  }

  @Test
  void longChainsOfInterfaces_takeNoStack() {
    String text =
        "package a:b; interface i0 { type t = u8; }\n"
            + IntStream.range(1, 5000)
                .mapToObj(
                    n -> "interface i" + n + " { use i" + (n - 1) + ".{t as s}; type t = u8; }\n")
                .collect(Collectors.joining())
            + "world w { export i4999; }";
    WitPackages packages = WitPackages.of("chain", text, WitOptions.DEFAULT);
    assertThat(packages.world(null).type().imports()).hasSize(4999);
  }

  @Test
  void longChainsOfTypes_areRefused() {
    String text =
        "package a:b; interface i { type t0 = u8;"
            + IntStream.range(1, 5000)
                .mapToObj(n -> "type t" + n + " = t" + (n - 1) + ";")
                .collect(Collectors.joining())
            + "}";
    WitPackages packages = null;
    try {
      packages = WitPackages.of("chain", text, WitOptions.DEFAULT);
    } catch (WitException e) {
      assertThat(e.code()).isEqualTo("wit-limit");
    }
    assertThat(packages).isNull();
  }

  @Test
  void worldsThatIncludeEachOtherWidely_areRefused() {
    String text =
        "package a:b; world w0 { import go0: func(); }\n"
            + IntStream.range(1, 4000)
                .mapToObj(
                    n ->
                        "world w"
                            + n
                            + " { include w"
                            + (n - 1)
                            + "; import go"
                            + n
                            + ": func(); }\n")
                .collect(Collectors.joining());
    assertThat(catchThrowable(() -> WitPackages.of("wide", text, WitOptions.DEFAULT)))
        .isInstanceOf(WitException.class)
        .hasMessageContaining("wit-limit");
  }
}
