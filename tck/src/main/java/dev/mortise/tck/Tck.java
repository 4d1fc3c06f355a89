package dev.mortise.tck;

import dev.mortise.tck.report.TckReport;
import dev.mortise.tck.run.Causes;
import dev.mortise.tck.run.Execution;
import dev.mortise.tck.run.KnownFailures;
import dev.mortise.tck.run.ScriptResult;
import dev.mortise.tck.run.ScriptRunner;
import dev.mortise.tck.script.ScriptReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs the scripts of folders: the entry of this module. */
public final class Tck {
  private Tck() {}

  /**
   * How a run is done.
   *
   * @param known failures that are none
   * @param executions what runs components; null: commands that need it are skipped
   */
  public record Options(KnownFailures known, Execution.@Nullable Factory executions) {
    /** Every failure counts, and nothing runs. */
    public static Options strict() {
      return new Options(KnownFailures.none(), null);
    }

    /** The failures of the public suites that the project knows do not count; nothing runs. */
    public static Options standard() {
      return new Options(KnownFailures.standard(), null);
    }

    /** These with a list of known failures, in the form of {@code tck/nyi.txt}. */
    public Options withKnown(Path list) throws IOException {
      return new Options(KnownFailures.read(list), executions);
    }

    /** These with what runs components. */
    public Options running(Execution.Factory executions) {
      return new Options(known, executions);
    }
  }

  /**
   * Runs every script in the folders and below them.
   *
   * @param folders or scripts' files
   * @throws IOException when a folder or file cannot be read, or a file is no script
   */
  public static TckReport run(List<Path> folders, Options options) throws IOException {
    List<ScriptResult> results = new ArrayList<>();
    for (Path folder : folders) {
      for (Path file : ScriptReader.find(folder)) {
        results.add(
            ScriptRunner.run(
                ScriptReader.read(file), Causes.standard(), options.known(), options.executions()));
      }
    }
    return new TckReport(results);
  }
}
