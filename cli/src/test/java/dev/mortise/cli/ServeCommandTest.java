package dev.mortise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mortise.cli.report.ExitCode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code mortise serve} refuses; the server has tests of its own. */
class ServeCommandTest {
  private static final Path HELLO = Path.of("../examples/hello-java/hello.wasm");
  private static final Path GUEST =
      Path.of("../wasi/src/test/resources/dev/mortise/wasi/guests/handler.wasm");

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int serve(Object... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = "serve";
    for (int i = 0; i < arguments.length; i++) {
      all[i + 1] = arguments[i].toString();
    }
    return Main.execute(all, new PrintWriter(out), new PrintWriter(err));
  }

  @Test
  void componentThatAnswersNoRequests_isALinkError() {
    assertThat(serve(HELLO)).isEqualTo(ExitCode.LINK.number());
    assertThat(err.toString())
        .contains("[no-such-export] hello.wasm", "wasi:http/incoming-handler@0.2.x");
  }

  @ParameterizedTest
  @CsvSource({
    "--port,65536",
    "--port,-1",
    "--header-timeout,0",
    "--idle-timeout,-1",
    "--request-timeout,1e9",
    "--grace,NaN",
    "--max-requests,0",
    "--max-connections,0",
    "--max-header,1",
    "--max-body,-1"
  })
  void option_outOfItsRange_isNamed(String option, String value) {
    assertThat(serve(option + "=" + value, GUEST)).isEqualTo(ExitCode.USAGE.number());
    assertThat(err.toString()).contains("error: " + option + ": expected");
  }

  @Test
  void address_thatIsNotHere_isAnError() {
    assertThat(serve("--addr", "203.0.113.1", "--port", "0", GUEST))
        .isEqualTo(ExitCode.USAGE.number());
    assertThat(err.toString()).contains("203.0.113.1");
  }
}
