package dev.mortise.loader.model;

import java.util.List;

/**
 * A component as decoded: its definitions in file order.
 *
 * @param offset where its preamble begins in the file
 * @param end where its last byte ends
 * @param definitions the definitions of all sections, flattened
 * @param customSections the custom sections at its own level
 */
public record DecodedComponent(
    long offset, long end, List<Definition> definitions, List<CustomSection> customSections) {
  public DecodedComponent {
    definitions = List.copyOf(definitions);
    customSections = List.copyOf(customSections);
  }
}
