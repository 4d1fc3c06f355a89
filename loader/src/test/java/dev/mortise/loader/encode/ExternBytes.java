package dev.mortise.loader.encode;

import dev.mortise.loader.model.Sort;

/** Names, sorts and types of imports and exports (Binary.md, "Import and Export Definitions"). */
public final class ExternBytes {
  private ExternBytes() {}

  /** A name without attributes. */
  public static Bytes name(String name) {
    return Bytes.of(0).then(Bytes.name(name));
  }

  /** A name with attributes. */
  public static Bytes name(String name, Bytes... attributes) {
    return Bytes.of(2).then(Bytes.name(name), Bytes.vec(attributes));
  }

  /** The attribute {@code implements}. */
  public static Bytes implementing(String interfaceName) {
    return Bytes.of(0).then(Bytes.name(interfaceName));
  }

  /** The attribute {@code versionsuffix}. */
  public static Bytes versionSuffix(String suffix) {
    return Bytes.of(1).then(Bytes.name(suffix));
  }

  /** A sort. */
  public static Bytes sort(Sort sort) {
    return switch (sort) {
      case CORE_FUNC -> Bytes.of(0, 0x00);
      case CORE_TABLE -> Bytes.of(0, 0x01);
      case CORE_MEMORY -> Bytes.of(0, 0x02);
      case CORE_GLOBAL -> Bytes.of(0, 0x03);
      case CORE_TAG -> Bytes.of(0, 0x04);
      case CORE_TYPE -> Bytes.of(0, 0x10);
      case CORE_MODULE -> Bytes.of(0, 0x11);
      case CORE_INSTANCE -> Bytes.of(0, 0x12);
      case FUNC -> Bytes.of(1);
      case VALUE -> Bytes.of(2);
      case TYPE -> Bytes.of(3);
      case COMPONENT -> Bytes.of(4);
      case INSTANCE -> Bytes.of(5);
    };
  }

  /** A sort and an index. */
  public static Bytes sortIndex(Sort sort, int index) {
    return sort(sort).then(Bytes.u32(index));
  }

  /** {@code (core module (type i))}. */
  public static Bytes module(int coreType) {
    return Bytes.of(0, 0x11).then(Bytes.u32(coreType));
  }

  /** {@code (func (type i))}. */
  public static Bytes funcOf(int type) {
    return Bytes.of(1).then(Bytes.u32(type));
  }

  /** {@code (value t)}. */
  public static Bytes valueOf(Bytes type) {
    return Bytes.of(2, 1).then(type);
  }

  /** {@code (type (eq i))}. */
  public static Bytes typeEq(int type) {
    return Bytes.of(3, 0).then(Bytes.u32(type));
  }

  /** {@code (type (sub resource))}. */
  public static Bytes subResource() {
    return Bytes.of(3, 1);
  }

  /** {@code (component (type i))}. */
  public static Bytes componentOf(int type) {
    return Bytes.of(4).then(Bytes.u32(type));
  }

  /** {@code (instance (type i))}. */
  public static Bytes instanceOf(int type) {
    return Bytes.of(5).then(Bytes.u32(type));
  }
}
