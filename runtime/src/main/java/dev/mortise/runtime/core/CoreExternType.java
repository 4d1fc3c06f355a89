package dev.mortise.runtime.core;

import org.jspecify.annotations.Nullable;

/** The type of something that a core module imports or exports. */
public sealed interface CoreExternType {

  /** The kind in the specification's word: {@code func}, {@code table}, {@code memory}, … */
  String kind();

  /** A function. */
  record Func(CoreFuncType type) implements CoreExternType {
    @Override
    public String kind() {
      return "func";
    }

    @Override
    public String toString() {
      return type.toString();
    }
  }

  /** Limits of a table or memory, in elements or pages; the bounds are unsigned. */
  record Limits(long minimum, @Nullable Long maximum) {
    @Override
    public String toString() {
      return Long.toUnsignedString(minimum)
          + (maximum == null ? "" : " " + Long.toUnsignedString(maximum));
    }
  }

  /** A table. */
  record Table(CoreValType.Ref element, Limits limits, boolean is64, boolean shared)
      implements CoreExternType {
    @Override
    public String kind() {
      return "table";
    }

    @Override
    public String toString() {
      return "(table "
          + (shared ? "shared " : "")
          + (is64 ? "i64 " : "")
          + limits
          + " "
          + element
          + ")";
    }
  }

  /**
   * A memory.
   *
   * @param pageSizeLog2 the page size as a power of two: 16 but for custom page sizes
   */
  record Memory(Limits limits, boolean is64, boolean shared, int pageSizeLog2)
      implements CoreExternType {
    @Override
    public String kind() {
      return "memory";
    }

    @Override
    public String toString() {
      return "(memory "
          + (is64 ? "i64 " : "")
          + limits
          + (shared ? " shared" : "")
          + (pageSizeLog2 == 16 ? "" : " (pagesize " + (1L << pageSizeLog2) + ")")
          + ")";
    }
  }

  /** A global. */
  record Global(CoreValType type, boolean mutable) implements CoreExternType {
    @Override
    public String kind() {
      return "global";
    }

    @Override
    public String toString() {
      return "(global " + (mutable ? "(mut " + type + ")" : type) + ")";
    }
  }

  /** An exception tag. */
  record Tag(CoreFuncType type) implements CoreExternType {
    @Override
    public String kind() {
      return "tag";
    }

    @Override
    public String toString() {
      return "(tag " + type + ")";
    }
  }
}
