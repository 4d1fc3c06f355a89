package dev.mortise.tck.run;

import dev.mortise.tck.script.Script;
import java.util.List;

/** A script and what is said of each of its commands. */
public record ScriptResult(Script script, List<CommandResult> commands) {
  /** A copy of the list is kept. */
  public ScriptResult {
    commands = List.copyOf(commands);
  }
}
