/**
 * WIT text to its syntax tree: tokens, and one small parser for each kind of item (WIT.md, "Lexical
 * structure" and after). Entry: {@link dev.mortise.loader.wit.parse.WitParser}; the first error of
 * a text is thrown. May import {@code wit}, {@code wit.syntax}, {@code wit.source}, {@code
 * wit.docs}, {@code name}, {@code type} and {@code error}.
 */
@NullMarked
package dev.mortise.loader.wit.parse;

import org.jspecify.annotations.NullMarked;
