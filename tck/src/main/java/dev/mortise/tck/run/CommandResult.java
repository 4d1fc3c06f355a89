package dev.mortise.tck.run;

import dev.mortise.tck.script.Command;

/** A command and what is said of it. */
public record CommandResult(Command command, Verdict verdict) {}
