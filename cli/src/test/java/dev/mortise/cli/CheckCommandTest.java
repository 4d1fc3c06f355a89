package dev.mortise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {
  private static final Path EXAMPLES = Path.of("..", "examples", "hello-java");

  @TempDir Path temp;
  private Path component;
  private Path lock;

  @BeforeEach
  void copyComponent() throws IOException {
    component = temp.resolve("greeter.wasm");
    lock = temp.resolve("greeter.lock.wit");
    become("hello.wasm");
  }

  private void become(String example) throws IOException {
    Files.copy(EXAMPLES.resolve(example), component, StandardCopyOption.REPLACE_EXISTING);
  }

  private Outcome check(String... options) {
    String[] arguments = new String[options.length + 2];
    arguments[0] = "check";
    System.arraycopy(options, 0, arguments, 1, options.length);
    arguments[options.length + 1] = component.toString();
    return Outcome.of(arguments);
  }

  @Test
  void firstCheck_writesTheLock() {
    Outcome outcome = check();
    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.out()).isEqualTo(component + ": locked in " + lock + "\n");
    assertThat(lock).content().contains("export greet: func(who: string) -> string;");
  }

  @Test
  void unchangedComponent_saysNothing() throws IOException {
    check();
    Files.writeString(lock, Files.readString(lock).replace("\n", "\r\n"));
    assertThat(check()).isEqualTo(new Outcome(0, "", ""));
  }

  @Test
  void olderComponent_isABaseline() throws IOException {
    Path baseline = Files.createDirectory(temp.resolve("released"));
    Files.copy(component, baseline.resolve("greeter.wasm"));
    become("hello-clock.wasm");
    Outcome outcome = check("--baseline", baseline.toString());
    assertThat(outcome.exitCode()).isEqualTo(10);
    assertThat(outcome.err())
        .startsWith(
            "error: "
                + component
                + ": [new-import] import examples:hello/clock@1.0.0: expected nothing, found ")
        .hasLineCount(1);
    assertThat(lock).doesNotExist();
  }

  @Test
  void changeThatBreaksNothing_isSaid() throws IOException {
    Path baseline = Files.createDirectory(temp.resolve("released"));
    Files.copy(EXAMPLES.resolve("hello-clock.wasm"), baseline.resolve("greeter.wasm"));
    Outcome outcome = check("--baseline", baseline.toString());
    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.out()).startsWith(component + ": [removed-import] ");
  }

  @Test
  void update_writesTheLockAnew() throws IOException {
    check();
    become("hello-clock.wasm");
    assertThat(check("--update").out()).contains(": locked in ");
    assertThat(lock).content().contains("import examples:hello/clock@1.0.0;");
    assertThat(check("--update").out()).isEmpty();
    assertThat(check()).isEqualTo(new Outcome(0, "", ""));
  }
}
