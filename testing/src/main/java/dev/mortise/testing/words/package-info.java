/**
 * How functions and their values are written for people: WIT signatures, arguments as WAVE, lines
 * of Java to paste. Entry: {@link dev.mortise.testing.words.TypedOperation} of a method of a
 * generated interface, {@link dev.mortise.testing.words.ValueOperation} of a function that is known
 * by its WIT name. May import {@code mock} and what {@code classgen}, {@code loader} and {@code
 * runtime} export.
 */
@NullMarked
package dev.mortise.testing.words;

import org.jspecify.annotations.NullMarked;
