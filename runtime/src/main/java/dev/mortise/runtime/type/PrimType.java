package dev.mortise.runtime.type;

import java.util.Locale;

/** The primitive value types. */
public enum PrimType implements StructuralType {
  BOOL,
  S8,
  U8,
  S16,
  U16,
  S32,
  U32,
  S64,
  U64,
  F32,
  F64,
  CHAR,
  STRING,
  ERROR_CONTEXT;

  private final String keyword = name().toLowerCase(Locale.ROOT).replace('_', '-');

  @Override
  public String kind() {
    return toString();
  }

  /** The type's WIT keyword, such as {@code u32}. */
  @Override
  public String toString() {
    return keyword;
  }
}
