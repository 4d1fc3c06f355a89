/**
 * What a JavaScript module imports, and whether it has a default export, read from its text without
 * parsing it. Entry: {@link dev.mortise.esmintegration.lexer.ModuleSyntax#of}; in goes source text,
 * out come specifiers with their places. Imports nothing of ours.
 */
@NullMarked
package dev.mortise.esmintegration.lexer;

import org.jspecify.annotations.NullMarked;
