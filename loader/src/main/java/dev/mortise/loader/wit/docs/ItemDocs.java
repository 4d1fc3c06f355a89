package dev.mortise.loader.wit.docs;

import org.jspecify.annotations.Nullable;

/**
 * What is said of one item.
 *
 * @param text the documentation in lines without comment signs, or null
 * @param gate the feature gates
 * @param externalId the name by which the outside world knows the item ({@code @external-id}), or
 *     null
 * @param implementsName the name of the interface that a plainly named import or export has the
 *     type of ({@code import primary: wasi:keyvalue/store}), or null
 */
public record ItemDocs(
    @Nullable String text,
    Gate gate,
    @Nullable String externalId,
    @Nullable String implementsName) {
  /** Nothing is said. */
  public static final ItemDocs NONE = new ItemDocs(null, Gate.NONE, null, null);

  /** Documentation and gates. */
  public ItemDocs(@Nullable String text, Gate gate) {
    this(text, gate, null, null);
  }

  /** Whether nothing is said. */
  public boolean isNone() {
    return equals(NONE);
  }
}
