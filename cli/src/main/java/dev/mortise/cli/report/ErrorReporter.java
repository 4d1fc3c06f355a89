package dev.mortise.cli.report;

import static java.util.Objects.requireNonNull;

import dev.mortise.runtime.error.MortiseException;
import dev.mortise.runtime.error.Printable;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Says on standard error what went wrong and finds the exit code for it.
 *
 * <p>An expected failure is its message and nothing else; a bug is one line that asks to report it.
 */
public final class ErrorReporter {
  private final PrintWriter err;
  private final Ansi ansi;
  private final boolean stackTrace;

  public ErrorReporter(PrintWriter err, Ansi ansi, boolean stackTrace) {
    this.err = err;
    this.ansi = ansi;
    this.stackTrace = stackTrace;
  }

  public ExitCode report(Throwable failure) {
    ExitCode code =
        switch (failure) {
          case ParameterException e -> usage(e);
          case MortiseException e -> error(String.valueOf(e.getMessage()), ExitCode.of(e));
          case UncheckedIOException e ->
              error(inWords(requireNonNull(e.getCause())), ExitCode.USAGE);
          case IOException e -> error(inWords(e), ExitCode.USAGE);
          case OutOfMemoryError e ->
              error(
                  "out of memory ("
                      + e.getMessage()
                      + "). To give Java more:"
                      + " MORTISE_JAVA_OPTS=-Xmx4g mortise …",
                  ExitCode.BUG);
          default -> bug(failure);
        };
    trace(failure);
    return code;
  }

  /** Like {@link #report(Throwable)}, and names the file of several that is meant. */
  public ExitCode report(Path file, MortiseException failure) {
    ExitCode code =
        error(Printable.line(file.toString()) + ": " + failure.getMessage(), ExitCode.of(failure));
    trace(failure);
    return code;
  }

  /** A finding that is no exception, by a verb that goes on. */
  public void say(String message) {
    print(message);
    err.flush();
  }

  /** A finding of a verb that goes on, with what was behind it if somebody knows. */
  public void say(String message, @Nullable Throwable cause) {
    print(message);
    if (cause != null) {
      trace(cause);
    }
    err.flush();
  }

  private void trace(Throwable failure) {
    if (stackTrace) {
      StringWriter trace = new StringWriter();
      failure.printStackTrace(new PrintWriter(trace, true));
      err.print(Printable.lines(trace.toString()));
    }
    err.flush();
  }

  private ExitCode usage(ParameterException failure) {
    error(inWords(failure), ExitCode.USAGE);
    if (failure instanceof UnmatchedArgumentException unmatched) {
      UnmatchedArgumentException.printSuggestions(unmatched, err);
    }
    String command = failure.getCommandLine().getCommandSpec().qualifiedName();
    err.println("Try '" + command + " --help'.");
    return ExitCode.USAGE;
  }

  private ExitCode bug(Throwable failure) {
    StackTraceElement[] trace = failure.getStackTrace();
    return error(
        "this is a bug in Mortise, please report it: "
            + failure
            + (trace.length == 0 ? "" : " at " + trace[0])
            + (stackTrace ? "" : " (--stack-trace shows the whole trace)"),
        ExitCode.BUG);
  }

  private ExitCode error(String message, ExitCode code) {
    print(message);
    return code;
  }

  private void print(String message) {
    err.print(ansi.string("@|bold,red error:|@ "));
    err.println(Printable.lines(message));
  }

  private static String inWords(ParameterException failure) {
    boolean verbMissed =
        failure instanceof UnmatchedArgumentException unmatched
            && !unmatched.isUnknownOption()
            && failure.getCommandLine().getParent() == null;
    return verbMissed
        ? "there is no command '"
            + ((UnmatchedArgumentException) failure).getUnmatched().getFirst()
            + "'"
        // Some messages of picocli begin as ours do.
        : String.valueOf(failure.getMessage()).replaceFirst("^Error: ", "");
  }

  public static String inWords(IOException failure) {
    return switch (failure) {
      case NoSuchFileException e -> e.getFile() + ": there is no such file";
      case AccessDeniedException e -> e.getFile() + ": the file may not be read";
      case FileSystemException e when e.getReason() != null -> e.getFile() + ": " + e.getReason();
      default -> String.valueOf(failure.getMessage());
    };
  }
}
