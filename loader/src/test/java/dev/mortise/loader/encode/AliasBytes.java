package dev.mortise.loader.encode;

import dev.mortise.loader.model.Sort;

/** Aliases (Binary.md, "Alias Definitions"). */
public final class AliasBytes {
  private AliasBytes() {}

  /** {@code (alias export i "name" (sort))}. */
  public static Bytes exportOf(int instance, String name, Sort sort) {
    return ExternBytes.sort(sort).then(Bytes.of(0), Bytes.u32(instance), Bytes.name(name));
  }

  /** {@code (alias core export i "name" (core sort))}. */
  public static Bytes coreExportOf(int instance, String name, Sort sort) {
    return ExternBytes.sort(sort).then(Bytes.of(1), Bytes.u32(instance), Bytes.name(name));
  }

  /** {@code (alias outer count index (sort))}. */
  public static Bytes outer(int count, int index, Sort sort) {
    return ExternBytes.sort(sort).then(Bytes.of(2), Bytes.u32(count), Bytes.u32(index));
  }
}
