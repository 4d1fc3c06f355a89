package dev.mortise.loader.model;

/** An option of a canonical definition (Binary.md, {@code canonopt}). */
public sealed interface CanonOption {
  /** The option's keyword. */
  String keyword();

  /** {@code string-encoding=…}. */
  enum StringEncoding implements CanonOption {
    UTF8("utf8"),
    UTF16("utf16"),
    LATIN1_UTF16("latin1+utf16");

    private final String text;

    StringEncoding(String text) {
      this.text = text;
    }

    @Override
    public String keyword() {
      return "string-encoding";
    }

    @Override
    public String toString() {
      return text;
    }
  }

  /** {@code (memory m)}. */
  record Memory(Index.CoreMemory memory) implements CanonOption {
    @Override
    public String keyword() {
      return "memory";
    }
  }

  /** {@code (realloc f)}. */
  record Realloc(Index.CoreFunc func) implements CanonOption {
    @Override
    public String keyword() {
      return "realloc";
    }
  }

  /** {@code (post-return f)}. */
  record PostReturn(Index.CoreFunc func) implements CanonOption {
    @Override
    public String keyword() {
      return "post-return";
    }
  }

  /** {@code async}. */
  record Async() implements CanonOption {
    @Override
    public String keyword() {
      return "async";
    }
  }

  /** {@code (callback f)}. */
  record Callback(Index.CoreFunc func) implements CanonOption {
    @Override
    public String keyword() {
      return "callback";
    }
  }

  /** {@code (core-type t)} (gated feature: gc). */
  record CoreType(Index.CoreType type) implements CanonOption {
    @Override
    public String keyword() {
      return "core-type";
    }
  }

  /** {@code gc} (gated feature). */
  record Gc() implements CanonOption {
    @Override
    public String keyword() {
      return "gc";
    }
  }
}
