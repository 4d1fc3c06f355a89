/**
 * The JavaScript side of a component's glue: functions and classes that check and convert what
 * users pass, and call the entry. Entry: {@link dev.mortise.jsbridge.script.Glue#of}; in: a
 * component's shape and Java model; out: the text of a script, and the classes that it calls. The
 * scripts {@code *.js} beside it are what those of all components share. May import {@code entry},
 * {@code untyped}, {@code shape}, and what those may.
 */
@NullMarked
package dev.mortise.jsbridge.script;

import org.jspecify.annotations.NullMarked;
