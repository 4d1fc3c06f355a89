/**
 * What somebody types at a prompt, as scripts. Entry: {@link
 * dev.mortise.esmintegration.repl.ReplInput}; in goes text, out comes JavaScript. May import {@code
 * lexer}.
 */
@NullMarked
package dev.mortise.esmintegration.repl;

import org.jspecify.annotations.NullMarked;
