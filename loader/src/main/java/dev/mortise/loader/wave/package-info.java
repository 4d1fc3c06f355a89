/**
 * WAVE, the text form of values (WebAssembly Value Encoding): read by type, printed by shape.
 *
 * <p>In: text and the type it is meant for, or a value. Out: a value, or text. Entries: {@link
 * dev.mortise.loader.wave.WaveParser}, {@link dev.mortise.loader.wave.WaveCall} and {@link
 * dev.mortise.loader.wave.WavePrinter}. May import {@code value}, {@code type}, {@code wit} and
 * {@code error}.
 */
@org.jspecify.annotations.NullMarked
package dev.mortise.loader.wave;
