package dev.mortise.loader.wit.syntax;

import dev.mortise.loader.wit.docs.Gate;
import dev.mortise.loader.wit.docs.ItemDocs;
import dev.mortise.loader.wit.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * What stands before an item.
 *
 * @param docs the documentation, or null
 * @param gate the feature gates
 * @param externalId the external id, or null
 * @param span the place of the first attribute, or null when there is none
 */
public record Attributes(
    @Nullable String docs, Gate gate, @Nullable String externalId, @Nullable Span span) {
  /** Nothing. */
  public static final Attributes NONE = new Attributes(null, Gate.NONE, null, null);

  /** The same without the places. */
  public ItemDocs itemDocs() {
    return new ItemDocs(docs, gate, externalId, null);
  }
}
