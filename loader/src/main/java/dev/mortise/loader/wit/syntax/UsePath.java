package dev.mortise.loader.wit.syntax;

import dev.mortise.loader.wit.WitPackage;
import dev.mortise.loader.wit.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * An interface or world by its name, alone or with its package.
 *
 * @param inPackage the package, or null for what is in scope
 * @param name the label of the interface or world
 * @param span all of it
 */
public record UsePath(WitPackage.@Nullable Name inPackage, Identifier name, Span span) {
  /** The path as written. */
  @Override
  public String toString() {
    return span.text();
  }
}
