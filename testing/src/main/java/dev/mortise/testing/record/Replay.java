package dev.mortise.testing.record;

import dev.mortise.runtime.error.Diagnostic;
import dev.mortise.runtime.error.TrapException;
import dev.mortise.testing.mock.Answer;
import dev.mortise.testing.mock.Call;
import dev.mortise.testing.words.TypedOperation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answers as a recording says, and complains about the first call that is another. */
public final class Replay implements Answer<Object> {
  private final Path file;
  private final List<Line> lines = new ArrayList<>();
  private final List<Integer> numbers = new ArrayList<>();
  private int next;

  /** A recording, read from its file. */
  public Replay(Path file) {
    this.file = file;
    try {
      List<String> text = Files.readAllLines(file);
      for (int i = 0; i < text.size(); i++) {
        if (!text.get(i).isBlank() && !text.get(i).startsWith("#")) {
          lines.add(Line.parse(text.get(i)));
          numbers.add(i + 1);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the recording " + file + " cannot be read", e);
    }
  }

  @Override
  public synchronized @Nullable Object answer(Call call) throws Throwable {
    if (next == lines.size()) {
      throw new AssertionError(
          "The component makes a call that is not in the recording %s:%n  recorded: nothing more%n"
                  .formatted(file)
              + "  called:   "
              + call);
    }
    Line line = lines.get(next);
    if (!line.call().equals(call.toString())) {
      throw new AssertionError(
          "The component does not do as in the recording (%s:%d):%n  recorded: %s%n  called:   %s%n"
                  .formatted(file, numbers.get(next), line.call(), call)
              + "Look which is right; record again where the component may do so.");
    }
    next++;
    if (line.thrown() != null) {
      throw new TrapException(
          Diagnostic.of("recorded-trap", call.function()).because(line.thrown()));
    }
    return TypedOperation.of(call).parseResult(line.result());
  }

  /** What the component was to do and did not, or null. */
  public synchronized @Nullable String left() {
    return next == lines.size()
        ? null
        : "The component made %d of the %d calls of the recording. The next one is (%s:%d):%n  %s"
            .formatted(next, lines.size(), file, numbers.get(next), lines.get(next).call());
  }
}
