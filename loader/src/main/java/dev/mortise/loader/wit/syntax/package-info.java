/**
 * The syntax tree of WIT text: as written, with places, no name looked up. Entry: {@link
 * dev.mortise.loader.wit.syntax.WitFile}. May import {@code wit}, {@code wit.source}, {@code
 * wit.docs}, {@code type} (primitive types).
 */
@NullMarked
package dev.mortise.loader.wit.syntax;

import org.jspecify.annotations.NullMarked;
