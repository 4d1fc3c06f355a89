package dev.mortise.tck;

import dev.mortise.tck.script.Script;
import dev.mortise.tck.script.ScriptReader;
import java.io.IOException;
import java.nio.file.Path;

/** The suite that tests the runner itself. */
public final class Own {
  public static final Path FOLDER = Path.of("src/test/resources/dev/mortise/tck/own");

  private Own() {}

  public static Script script(String name) throws IOException {
    return ScriptReader.read(FOLDER.resolve(name + ".json"));
  }
}
