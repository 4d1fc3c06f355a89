package dev.mortise.loader.wit.syntax;

import dev.mortise.loader.wit.source.Span;

/**
 * A name where it stands.
 *
 * @param name the label, without a {@code %}
 */
public record Identifier(String name, Span span) {
  @Override
  public String toString() {
    return name;
  }
}
