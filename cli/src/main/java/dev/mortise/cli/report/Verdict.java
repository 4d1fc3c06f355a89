package dev.mortise.cli.report;

import dev.mortise.cli.input.WitText;
import dev.mortise.loader.Component;
import dev.mortise.loader.LoadOptions;
import dev.mortise.loader.decode.ComponentDecoder;
import dev.mortise.loader.decode.Features;
import dev.mortise.loader.report.Explanation;
import dev.mortise.loader.wit.resolve.WitPackages;
import dev.mortise.runtime.error.InvalidComponentException;
import dev.mortise.runtime.error.MortiseException;
import dev.mortise.runtime.error.WitException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What is said of one file.
 *
 * @param refusal what it was refused with; null: it is valid
 * @param explained the same in full, where somebody asks for it
 */
public record Verdict(
    Path file, @Nullable MortiseException refusal, Supplier<Explanation> explained) {

  /** How a file is checked. */
  public record Checks(Features features, boolean code) {}

  /** Told what is done now, for whoever waits. */
  @FunctionalInterface
  public interface Steps {
    void now(String step);
  }

  /** Checks a file. */
  public static Verdict of(Path file, Checks checks, Steps steps) throws IOException {
    if (WitText.is(file)) {
      return ofWit(file);
    }
    byte[] bytes = Files.readAllBytes(file);
    LoadOptions options =
        LoadOptions.DEFAULT
            .withFeatures(checks.features())
            .withExecution(LoadOptions.Execution.INTERPRET);
    try {
      Component component = Component.load(bytes, options);
      if (checks.code()) {
        steps.now("checking the core modules of " + file);
        Component unused = component.loadCode();
      }
      return new Verdict(file, null, () -> Explanation.of(file.toString(), List.of()));
    } catch (InvalidComponentException e) {
      Explanation explanation = Explanation.of(file.toString(), e);
      return new Verdict(
          file, e, () -> explanation.in(ComponentDecoder.decode(bytes, checks.features())));
    } catch (MortiseException e) {
      return new Verdict(file, e, () -> Explanation.of(file.toString(), e));
    }
  }

  /** Checks WIT text, in all that it marks as unstable as well. */
  private static Verdict ofWit(Path file) throws IOException {
    try {
      WitPackages unused = WitText.load(file, List.of("all"));
      return new Verdict(file, null, () -> Explanation.of(file.toString(), List.of()));
    } catch (WitException e) {
      return new Verdict(file, e, () -> Explanation.of(file.toString(), e));
    }
  }

  /** The findings with their places: what is invalid is decoded once more for its tree. */
  public Explanation explanation() {
    return explained.get();
  }

  /** What the process ends with for this file. */
  public ExitCode exitCode() {
    return refusal == null ? ExitCode.OK : ExitCode.of(refusal);
  }
}
