/**
 * The scripts of the conformance suites as data. Entry: {@link
 * dev.mortise.tck.script.ScriptReader#read}; in: a script's JSON file; out: a {@link
 * dev.mortise.tck.script.Script}. May import the loader's features, nothing else of it.
 */
@NullMarked
package dev.mortise.tck.script;

import org.jspecify.annotations.NullMarked;
