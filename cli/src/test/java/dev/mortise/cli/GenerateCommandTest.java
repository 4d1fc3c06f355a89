package dev.mortise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mortise.cli.report.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GenerateCommandTest {
  private static final Path EXAMPLES = Path.of("..", "examples", "hello-java");
  private static final String HELLO = EXAMPLES.resolve("hello.wasm").toString();
  private static final String HELLO_CLOCK = EXAMPLES.resolve("hello-clock.wasm").toString();

  @TempDir Path temp;

  private Outcome generate(String... arguments) {
    return Outcome.of(
        Stream.concat(
                Stream.of("generate", "--sources", temp.resolve("sources").toString()),
                Stream.of(arguments))
            .toArray(String[]::new));
  }

  private Path source(String path) {
    return temp.resolve("sources").resolve(path);
  }

  @Test
  void component_isSourcesThatCompile() {
    Outcome outcome = generate(HELLO_CLOCK, HELLO);
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.out())
        .isEqualTo(
            "hello/Hello.java\nhelloclock/HelloClock.java\nwit/examples/hello/v1/Clock.java\n");
    int compiled =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-proc:none",
                "-Xlint:all",
                "-Werror",
                "-cp",
                System.getProperty("java.class.path"),
                "-d",
                temp.resolve("classes").toString(),
                source("hello/Hello.java").toString(),
                source("helloclock/HelloClock.java").toString(),
                source("wit/examples/hello/v1/Clock.java").toString());
    assertThat(compiled).isZero();
  }

  @Test
  void package_isThatOfTheComponentsClass() {
    assertThat(generate("--package", "com.acme", HELLO).out()).isEqualTo("com/acme/Hello.java\n");
    assertThat(source("com/acme/Hello.java")).content().contains("package com.acme;");
  }

  @ParameterizedTest
  @ValueSource(strings = {"com.acme.", "1st", "com acme", "a.class"})
  void noPackage_isRefused(String name) {
    Outcome outcome = generate("--package", name, HELLO);
    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.err())
        .startsWith("error: --package: expected the name of a Java package")
        .contains("'" + name + "'");
    assertThat(temp).isEmptyDirectory();
  }

  @Test
  void sourceThatWouldNotChange_isLeftAlone() throws IOException {
    generate(HELLO);
    Path file = source("hello/Hello.java");
    FileTime longAgo = FileTime.fromMillis(1_000_000);
    Files.setLastModifiedTime(file, longAgo);
    generate(HELLO);
    assertThat(Files.getLastModifiedTime(file)).isEqualTo(longAgo);
    Files.writeString(file, "changed by hand");
    generate(HELLO);
    assertThat(file).content().startsWith("// Made by Mortise from ");
  }

  @Test
  void filesOfOneName_areRefusedAndNothingIsWritten() throws IOException {
    Path other = Files.copy(Path.of(HELLO), temp.resolve("hello.wasm"));
    Outcome outcome = generate(HELLO, other.toString());
    assertThat(outcome.exitCode()).isEqualTo(6);
    assertThat(outcome.err()).startsWith("error: [conflicting-world] hello.Hello: ");
    assertThat(temp.resolve("sources")).doesNotExist();
  }

  @Test
  void brokenComponents_areNamedEach() throws IOException {
    Path broken = Files.writeString(temp.resolve("broken.wasm"), "not wasm at all");
    Outcome outcome = generate(broken.toString(), HELLO, broken.toString());
    assertThat(outcome.exitCode()).isEqualTo(3);
    assertThat(outcome.err().lines())
        .hasSize(2)
        .allMatch(line -> line.startsWith("error: " + broken + ": ["));
    assertThat(temp.resolve("sources")).doesNotExist();
  }

  @Test
  void wit_becomesSourcesWithItsDocs() throws IOException {
    Path wit =
        Files.writeString(
            temp.resolve("shop.wit"),
            """
            package docs:shop@1.0.0;

            /// What the time is.
            interface clock {
              /// A moment.
              record moment {
                /// Seconds since 1970, as `date` says.
                seconds: u64,
              }
              /// The present one.
              now: func() -> moment;
            }

            world shop {
              import clock;
              /// Opens, if <now> is the time.
              export open: func() -> bool;
            }
            """);
    Outcome outcome = generate(wit.toString());
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out().lines())
        .containsExactly("shop/Shop.java", "wit/docs/shop/v1/Clock.java");
    assertThat(source("wit/docs/shop/v1/Clock.java"))
        .content()
        .contains("/** What the time is. */")
        .contains("   * @param seconds Seconds since 1970, as <code>date</code> says.")
        .contains("/** The present one. */");
    assertThat(source("shop/Shop.java"))
        .content()
        .contains("/** Opens, if &lt;now&gt; is the time. */")
        .doesNotContain("instantiate");
  }

  /** In the order of the text the type would be met first where it is used. */
  @Test
  void typeThatAnEarlierInterfaceUses_belongsToItsOwn() throws IOException {
    Path wit =
        Files.writeString(
            temp.resolve("shop.wit"),
            """
            package docs:shop;

            interface buy {
              use stock.{item};
              take: func() -> item;
            }

            interface stock {
              resource item;
            }

            world shop {
              import buy;
            }
            """);
    Outcome outcome = generate(wit.toString());
    assertThat(outcome.err()).isEmpty();
    assertThat(source("wit/docs/shop/Stock.java")).content().contains("interface Item");
    assertThat(source("wit/docs/shop/Buy.java"))
        .content()
        .contains("wit.docs.shop.Stock.Item take()");
  }

  @Test
  void witThatIsWrong_isShownWithItsPlace() throws IOException {
    Path wit = Files.writeString(temp.resolve("shop.wit"), "package docs:shop;\ninterface {");
    Outcome outcome = generate(wit.toString());
    assertThat(outcome.exitCode()).isEqualTo(ExitCode.INVALID.number());
    assertThat(outcome.err()).contains("shop.wit", "interface {", "^");
  }

  @Test
  void classes_areThoseOfTheJar() throws IOException {
    Path classes = temp.resolve("classes");
    Outcome outcome = generate("--classes", classes.toString(), HELLO);
    assertThat(outcome.exitCode()).isZero();
    assertThat(source("hello/Hello.java")).content().contains("instantiate(");
    assertThat(classes.resolve("hello/internal/Component.class")).exists();
    assertThat(classes.resolve("hello/internal/Module0.wasm")).exists();
    assertThat(classes.resolve("hello/Hello.class"))
        .as("javac makes it of the source")
        .doesNotExist();
  }
}
