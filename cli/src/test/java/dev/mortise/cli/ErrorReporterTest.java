package dev.mortise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mortise.cli.report.ErrorReporter;
import dev.mortise.runtime.error.CallException;
import dev.mortise.runtime.error.Diagnostic;
import dev.mortise.runtime.error.InvalidComponentException;
import dev.mortise.runtime.error.LinkException;
import dev.mortise.runtime.error.MalformedComponentException;
import dev.mortise.runtime.error.MortiseException;
import dev.mortise.runtime.error.TrapException;
import dev.mortise.runtime.error.UnsupportedComponentException;
import dev.mortise.runtime.error.ValueException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine.Help.Ansi;

class ErrorReporterTest {
  private final StringWriter err = new StringWriter();
  private final ErrorReporter reporter =
      new ErrorReporter(new PrintWriter(err), Ansi.OFF, /* stackTrace= */ false);

  static Stream<Arguments> expectedFailures() {
    Diagnostic diagnostic = Diagnostic.of("some-code", "somewhere").expecting("this", "that");
    return Stream.of(
        Arguments.of(3, new MalformedComponentException(diagnostic)),
        Arguments.of(4, new InvalidComponentException(diagnostic)),
        Arguments.of(5, new UnsupportedComponentException(diagnostic)),
        Arguments.of(6, new LinkException(diagnostic)),
        Arguments.of(7, new TrapException(diagnostic)),
        Arguments.of(8, new ValueException(diagnostic)),
        Arguments.of(8, new CallException(diagnostic)));
  }

  @ParameterizedTest
  @MethodSource("expectedFailures")
  void expectedFailure_isItsMessageAndNothingElse(int exitCode, MortiseException failure) {
    assertThat(reporter.report(failure).number()).isEqualTo(exitCode);
    assertThat(err.toString())
        .isEqualTo("error: [some-code] somewhere: expected this, found that\n");
  }

  @Test
  void missingFile_isNamed() {
    Throwable failure = new UncheckedIOException(new NoSuchFileException("nowhere.wasm"));
    assertThat(reporter.report(failure).number()).isEqualTo(2);
    assertThat(err.toString()).isEqualTo("error: nowhere.wasm: there is no such file\n");
  }

  @Test
  void bug_isOneLineThatAsksToReportIt() {
    assertThat(reporter.report(new IllegalStateException("oh no")).number()).isEqualTo(1);
    assertThat(err.toString())
        .startsWith("error: this is a bug in Mortise, please report it: ")
        .contains("IllegalStateException: oh no at dev.mortise.cli.ErrorReporterTest.bug_")
        .contains("--stack-trace")
        .hasLineCount(1);
  }

  @Test
  void bug_showsItsTraceWhenAskedFor() {
    new ErrorReporter(new PrintWriter(err), Ansi.OFF, /* stackTrace= */ true)
        .report(new IllegalStateException("oh no"));
    assertThat(err.toString()).contains("\tat dev.mortise.cli.ErrorReporterTest.");
  }

  @Test
  void colours_areForTheLabelOnly() {
    new ErrorReporter(new PrintWriter(err), Ansi.ON, /* stackTrace= */ false)
        .report(new CallException(Diagnostic.of("some-code", "func @|bold greet|@")));
    assertThat(err.toString()).contains("error:\u001b[").contains("func @|bold greet|@");
  }
}
