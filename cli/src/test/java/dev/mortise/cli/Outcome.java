package dev.mortise.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/** What a run of the command gave. */
record Outcome(int exitCode, String out, String err) {

  static Outcome of(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exitCode = Main.execute(args, new PrintWriter(out), new PrintWriter(err));
    return new Outcome(exitCode, out.toString(), err.toString());
  }
}
