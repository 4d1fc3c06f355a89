/**
 * Runs scripts. Entry: {@link dev.mortise.tck.run.ScriptRunner#run}; in: a {@link
 * dev.mortise.tck.script.Script}; out: a {@link dev.mortise.tck.run.ScriptResult} with one {@link
 * dev.mortise.tck.run.Verdict} per command. What runs components is behind {@link
 * dev.mortise.tck.run.Execution}. May import script, and of the loader decode, model, validate and
 * error.
 */
@NullMarked
package dev.mortise.tck.run;

import org.jspecify.annotations.NullMarked;
