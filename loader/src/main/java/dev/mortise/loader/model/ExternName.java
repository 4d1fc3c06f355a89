package dev.mortise.loader.model;

import org.jspecify.annotations.Nullable;

/**
 * The name of an import or export with its attributes (Binary.md, {@code nameattributes}).
 *
 * @param name the {@code externname} as written
 * @param implementsName the {@code implements} attribute, or null
 * @param versionSuffix the {@code version suffix} attribute, or null
 * @param externalId the {@code external-id} attribute, or null
 */
public record ExternName(
    long offset,
    String name,
    @Nullable String implementsName,
    @Nullable String versionSuffix,
    @Nullable String externalId) {
  /** A name without attributes. */
  public ExternName(long offset, String name) {
    this(offset, name, null, null, null);
  }
}
