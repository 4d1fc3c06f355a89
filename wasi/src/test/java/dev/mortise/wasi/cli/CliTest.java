package dev.mortise.wasi.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mortise.runtime.Result;
import dev.mortise.runtime.Tuple2;
import dev.mortise.wasi.config.Stdio;
import dev.mortise.wasi.config.WasiConfig;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wit.wasi.io.v0_2.Streams;

class CliTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void environment_isWhatIsGranted_inItsOrder() {
    EnvironmentHost host =
        new EnvironmentHost(
            WasiConfig.builder()
                .arguments("name", "", "ä")
                .environment("B", "2")
                .environment("A", "")
                .build());
    assertThat(host.getEnvironment())
        .containsExactly(new Tuple2<>("B", "2"), new Tuple2<>("A", ""));
    assertThat(host.getArguments()).containsExactly("name", "", "ä");
    assertThat(host.initialCwd()).isEmpty();
  }

  @Test
  void environment_isEmptyByDefault() {
    EnvironmentHost host = new EnvironmentHost(WasiConfig.NONE);
    assertThat(host.getEnvironment()).isEmpty();
    assertThat(host.getArguments()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "A=B", "A\0"})
  void variableThatNoEnvironmentHas_isRefused(String name) {
    assertThatThrownBy(() -> WasiConfig.builder().environment(name, "x"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("`" + name + "`");
  }

  private static final class Status extends Error {
    private static final long serialVersionUID = 1L;

    Status(int status) {
      super(Integer.toString(status));
    }
  }

  @Test
  void exit_endsTheCallWithItsStatus() {
    ExitHost host = new ExitHost(Status::new);
    assertThatThrownBy(() -> host.exit(new Result.Ok<>(null)))
        .isInstanceOf(Status.class)
        .hasMessage("0");
    assertThatThrownBy(() -> host.exit(new Result.Err<>(null)))
        .isInstanceOf(Status.class)
        .hasMessage("1");
    assertThatThrownBy(() -> host.exitWithCode(255)).isInstanceOf(Status.class).hasMessage("255");
  }

  private StandardStreams streams(String input) {
    return new StandardStreams(
        WasiConfig.builder()
            .stdin(new ByteArrayInputStream(input.getBytes(UTF_8)))
            .stdout(out)
            .stderr(err)
            .build());
  }

  @Test
  void stdin_isOneStream_howeverOftenItIsAskedFor() throws Exception {
    try (StandardStreams streams = streams("abcdef")) {
      Streams.InputStream first = streams.getStdin();
      assertThat(first.blockingRead(2)).isEqualTo("ab".getBytes(UTF_8));
      first.close();
      Streams.InputStream second = streams.getStdin();
      assertThat(second.blockingRead(10)).isEqualTo("cdef".getBytes(UTF_8));
      assertThat(
              catchThrowableOfType(Streams.StreamErrorException.class, () -> second.blockingRead(1))
                  .error())
          .isInstanceOf(Streams.StreamError.Closed.class);
      second.close();
    }
  }

  @Test
  void stdoutAndStderr_areTheCallers_andStayOpen() throws Exception {
    AtomicBoolean closed = new AtomicBoolean();
    OutputStream buffered =
        new BufferedOutputStream(out) {
          @Override
          public void close() throws IOException {
            closed.set(true);
            super.close();
          }
        };
    try (StandardStreams streams =
        new StandardStreams(WasiConfig.builder().stdout(buffered).stderr(err).build())) {
      Streams.OutputStream stdout = streams.getStdout();
      assertThat(stdout.checkWrite()).isPositive();
      stdout.write("one ".getBytes(UTF_8));
      assertThat(out.size()).as("before a flush").isZero();
      stdout.blockingFlush();
      assertThat(out.toString(UTF_8)).isEqualTo("one ");
      stdout.close();
      Streams.OutputStream again = streams.getStdout();
      assertThat(again.checkWrite()).isPositive();
      again.write("two".getBytes(UTF_8));
      again.close();
      Streams.OutputStream stderr = streams.getStderr();
      stderr.blockingWriteAndFlush("oh".getBytes(UTF_8));
      stderr.close();
    }
    assertThat(out.toString(UTF_8)).as("at the end").isEqualTo("one two");
    assertThat(err.toString(UTF_8)).isEqualTo("oh");
    assertThat(closed).isFalse();
  }

  @Test
  void terminals_areWhatTheCallerSays() {
    TerminalsHost some = new TerminalsHost(new Stdio.Terminals(true, false, true));
    assertThat(some.getTerminalStdin()).isPresent();
    assertThat(some.getTerminalStdout()).isEmpty();
    assertThat(some.getTerminalStderr()).isPresent();
    TerminalsHost none = new TerminalsHost(Stdio.NONE.terminals());
    assertThat(none.getTerminalStdin()).isEmpty();
    assertThat(none.getTerminalStdout()).isEmpty();
    assertThat(none.getTerminalStderr()).isEmpty();
    assertThat(new TerminalsHost(new Stdio.Terminals(false, true, false)).getTerminalStdout())
        .isPresent();
  }
}
