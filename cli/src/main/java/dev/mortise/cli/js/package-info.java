/**
 * {@code mortise js}: scripts and a prompt on GraalJS. Entry: {@link dev.mortise.cli.js.JsRunner};
 * in go settings, out comes how it went. Nothing else of the command names polyglot types, since
 * other verbs start without GraalJS. May import {@code esm-integration}, polyglot and JLine.
 */
@NullMarked
package dev.mortise.cli.js;

import org.jspecify.annotations.NullMarked;
