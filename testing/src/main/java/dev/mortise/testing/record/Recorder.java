package dev.mortise.testing.record;

import dev.mortise.testing.mock.Call;
import dev.mortise.testing.mock.MockState;
import dev.mortise.testing.words.TypedOperation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the calls of a spy into a file, a line each, when the test has ended. */
public final class Recorder implements MockState.CallListener {
  private static final String HEADER =
      "# The calls that a component made of an import, and what they came to, in order.";

  private final Path file;
  private final List<Line> lines = new ArrayList<>();

  /** A recorder that has heard nothing. */
  public Recorder(Path file) {
    this.file = file;
  }

  @Override
  public synchronized void returned(Call call, @Nullable Object result) {
    lines.add(new Line(call.toString(), TypedOperation.of(call).waveOfResult(result), null));
  }

  @Override
  public synchronized void threw(Call call, Throwable thrown) {
    String err = TypedOperation.of(call).waveOfErr(thrown);
    lines.add(
        err != null
            ? new Line(call.toString(), err, null)
            : new Line(call.toString(), null, String.valueOf(thrown).replaceAll("\\R", " ")));
  }

  /** Writes the file. */
  public synchronized void write() {
    List<String> text = new ArrayList<>();
    text.add(HEADER);
    lines.forEach(line -> text.add(line.toString()));
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      Files.write(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
