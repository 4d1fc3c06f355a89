package dev.mortise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mortise.cli.report.ExitCode;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code mortise jar}. */
class JarCommandTest {
  private static final String HELLO = "../examples/hello-java/hello-clock.wasm";

  @TempDir Path temp;

  private Outcome jar(String... options) {
    String[] command = new String[options.length + 2];
    command[0] = "jar";
    command[1] = HELLO;
    System.arraycopy(options, 0, command, 2, options.length);
    return Outcome.of(command);
  }

  private static ModuleDescriptor module(Path file) throws Exception {
    try (JarFile jar = new JarFile(file.toFile())) {
      return ModuleDescriptor.read(jar.getInputStream(jar.getEntry("module-info.class")));
    }
  }

  @Test
  void jar_isNamedByTheFile() throws Exception {
    Path jar = temp.resolve("made/hello.jar");
    Outcome outcome = jar("-o", jar.toString());
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.out())
        .isEqualTo(jar + ": module hello.clock, class helloclock.HelloClock\n");
    assertThat(module(jar).name()).isEqualTo("hello.clock");
  }

  @Test
  void names_canBeGiven() throws Exception {
    Path jar = temp.resolve("hello.jar");
    Outcome outcome =
        jar("-o", jar.toString(), "--module", "com.acme.hello", "--package", "com.acme.hi");
    assertThat(outcome.exitCode()).isZero();
    assertThat(module(jar).name()).isEqualTo("com.acme.hello");
    assertThat(module(jar).packages()).contains("com.acme.hi", "com.acme.hi.internal");
  }

  @Test
  void nameThatJavaRefuses_isRefused() {
    Outcome outcome = jar("-o", temp.resolve("x.jar").toString(), "--module", "com.class");
    assertThat(outcome.exitCode()).isEqualTo(ExitCode.USAGE.number());
    assertThat(outcome.err())
        .contains("--module: expected the name of a Java module")
        .contains("com.class");
  }

  @Test
  void sources_areForEditors() throws Exception {
    Path sources = temp.resolve("sources.jar");
    Outcome outcome = jar("-o", temp.resolve("x.jar").toString(), "--sources", sources.toString());
    assertThat(outcome.exitCode()).isZero();
    try (JarFile jar = new JarFile(sources.toFile())) {
      assertThat(
              new String(
                  jar.getInputStream(jar.getEntry("helloclock/HelloClock.java")).readAllBytes()))
          .contains("static helloclock.HelloClock instantiate(");
    }
  }

  @Test
  void twoJars_areTheSameBytes() throws Exception {
    Path one = temp.resolve("1.jar");
    Path two = temp.resolve("2.jar");
    assertThat(jar("-o", one.toString()).exitCode()).isZero();
    assertThat(jar("-o", two.toString()).exitCode()).isZero();
    assertThat(Files.mismatch(one, two)).isEqualTo(-1);
  }

  @Test
  void contractsThatAreNotThere_areNamed() {
    Outcome outcome = jar("-o", temp.resolve("x.jar").toString(), "--contracts", "nowhere.jar");
    assertThat(outcome.exitCode()).isEqualTo(ExitCode.USAGE.number());
    assertThat(outcome.err()).contains("--contracts nowhere.jar: no such file");
  }

  @Test
  void whatIsNoComponent_isRefused() throws Exception {
    Path file = Files.writeString(temp.resolve("no.wasm"), "no");
    Outcome outcome = Outcome.of("jar", file.toString(), "-o", temp.resolve("no.jar").toString());
    assertThat(outcome.exitCode()).isEqualTo(ExitCode.MALFORMED.number());
    assertThat(temp.resolve("no.jar")).doesNotExist();
  }
}
