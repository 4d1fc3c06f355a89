package dev.mortise.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.mortise.loader.LoadOptions;
import dev.mortise.tck.host.Coverage;
import dev.mortise.tck.host.LoaderExecution;
import dev.mortise.tck.report.TckReport;
import dev.mortise.tck.run.Execution;
import dev.mortise.tck.run.KnownFailures;
import dev.mortise.tck.run.ScriptResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The conformance suites, where they lie beside the project. {@code -Dbless} writes {@code
 * CONFORMANCE.md} anew, and the difference is then reviewed like code.
 */
class ConformanceTest {
  private static final Path SUITES = Shared.folder("suites");
  private static final Path TABLE = Path.of("CONFORMANCE.md");

  @Test
  void suites_compiled_passAsInterpreted() throws IOException {
    TckReport report = run(LoadOptions.Execution.COMPILE);
    assertThat(report.failures()).isEmpty();
  }

  @Test
  void suites_generated_passAsInterpreted() throws IOException {
    Coverage coverage = new Coverage();
    TckReport report =
        run(script -> LoaderExecution.generating(script, LoadOptions.Execution.COMPILE, coverage));
    assertThat(report.failures()).isEmpty();
    assertThat(coverage.exports()).as(coverage.summary()).isGreaterThan(300);
    assertThat(coverage.fused()).as(coverage.summary()).isGreaterThan(150);
  }

  @Test
  void suites_tiered_passAsInterpreted() throws IOException {
    TckReport report = run(LoadOptions.Execution.TIERED);
    assertThat(report.failures()).isEmpty();
  }

  @Test
  void suites_generatedOverTieredCode_passAsInterpreted() throws IOException {
    Coverage coverage = new Coverage();
    TckReport report =
        run(script -> LoaderExecution.generating(script, LoadOptions.Execution.TIERED, coverage));
    assertThat(report.failures()).isEmpty();
    assertThat(coverage.exports()).as(coverage.summary()).isGreaterThan(300);
  }

  private static TckReport run(LoadOptions.Execution execution) throws IOException {
    return run(script -> LoaderExecution.open(script, execution));
  }

  private static TckReport run(Execution.Factory executions) throws IOException {
    assumeTrue(
        Files.isDirectory(SUITES), "shared/suites is not beside the project: nothing to run");
    return Tck.run(List.of(SUITES), Tck.Options.standard().running(executions));
  }

  @Test
  void suites_passAsTheTableSays() throws IOException {
    TckReport report = run(LoadOptions.Execution.INTERPRET);
    if (System.getProperty("bless") != null) {
      Files.writeString(TABLE, report.markdown());
    }
    assertThat(
            KnownFailures.standard()
                .strays(report.scripts().stream().map(ScriptResult::script).toList()))
        .as("entries of nyi.txt that name no command")
        .isEmpty();
    assertThat(report.markdown())
        .as("CONFORMANCE.md; mvn -pl tck -am test -Dbless writes it anew")
        .isEqualTo(Files.readString(TABLE));
  }
}
