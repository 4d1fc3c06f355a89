package dev.mortise.loader.wit.source;

import dev.mortise.runtime.error.SourceExcerpt;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a text. Any two are equal: where a piece of syntax stands makes it no other one.
 *
 * @param start the first UTF-16 code unit
 * @param end the one after the last
 */
public record Span(WitSource source, int start, int end) {
  /** The piece from the beginning of this one to the end of another. */
  public Span to(Span last) {
    return new Span(source, start, Math.max(end, last.end));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Span;
  }

  @Override
  public int hashCode() {
    return 0;
  }

  /** What is written there. */
  public String text() {
    return source.text().substring(start, end);
  }

  /** The place for people. */
  public SourceExcerpt excerpt() {
    return source.excerpt(start, end);
  }

  /** The place, such as {@code types.wit:3:14}. */
  @Override
  public String toString() {
    return excerpt().place();
  }
}
