package dev.mortise.tck.script;

import dev.mortise.loader.decode.Features;
import java.nio.file.Path;
import java.util.List;

/**
 * A script: commands that share what they define.
 *
 * @param name the suite and the place in it, such as {@code component-model/values/strings}
 * @param suite whose script it is
 * @param file the JSON file that it was read from
 * @param features what is on while it runs
 * @param commands in the order in which they run
 */
public record Script(
    String name, Suite suite, Path file, Features features, List<Command> commands) {
  /** A copy of the list is kept. */
  public Script {
    commands = List.copyOf(commands);
  }

  /** The name without its last part. */
  public String folder() {
    int slash = name.lastIndexOf('/');
    return slash < 0 ? "" : name.substring(0, slash);
  }
}
