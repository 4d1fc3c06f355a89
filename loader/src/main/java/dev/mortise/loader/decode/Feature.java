package dev.mortise.loader.decode;

import java.util.Locale;

/**
 * A proposal that can be switched on or off (Explainer.md, "Gated Features"). The names are those
 * of the field's tools, so that a script's flags can be taken over as they are.
 */
public enum Feature {
  /** Asynchronous functions, streams, futures, waitables, tasks. */
  CM_ASYNC(true),
  /** Values as imports, exports and arguments of a start function. */
  CM_VALUES(false),
  /** Async built-ins that are still gated: synchronous cancellation. */
  CM_MORE_ASYNC_BUILTINS(false),
  /** Stackful lifting: {@code async} without a callback, and waiting outside it. */
  CM_ASYNC_STACKFUL(false),
  /** The cooperative thread built-ins. */
  CM_THREADING(false),
  /** The type {@code error-context} and its built-ins. */
  CM_ERROR_CONTEXT(false),
  /** Lists of a fixed length. */
  CM_FIXED_LENGTH_LISTS(false),
  /** The type {@code map}. */
  CM_MAP(true),
  /** The Canonical ABI over garbage-collected core types. */
  CM_GC(false),
  /** 64-bit memories in canonical definitions. */
  CM64(false),
  /** The attributes {@code implements} and {@code external-id}. */
  CM_IMPLEMENTS(true),
  /** Canonical interface names with a version suffix. */
  CM_CANON_NAMES(false),
  /** Nested namespaces and packages in interface names. */
  CM_NESTED_NAMES(false),
  /** Preemptive threads: shared functions, {@code thread.spawn-*}. */
  SHARED_EVERYTHING_THREADS(false),
  /** Vector types in core types. */
  SIMD(true),
  /** Reference types in core types. */
  REFERENCE_TYPES(true),
  /** Typed function references. */
  FUNCTION_REFERENCES(true),
  /** Garbage-collected core types and recursion groups. */
  GC(true),
  /** Exception tags. */
  EXCEPTIONS(true),
  /** 64-bit memories and tables in core modules. */
  MEMORY64(true),
  /** More than one memory in a core module. */
  MULTI_MEMORY(true),
  /** Shared memories. */
  THREADS(true),
  /** Imports and exports of mutable globals. */
  MUTABLE_GLOBAL(true),
  /** Memories with pages of other sizes. */
  CUSTOM_PAGE_SIZES(false),
  /**
   * No proposal, but how gated ones are written: as wasm-tools encodes them where Binary.md has
   * another form. A value import's type then stands without a {@code valuebound}, and {@code
   * thread.spawn-*} and {@code thread.available-parallelism} without the byte {@code shared?}: they
   * are shared. One form can be read as the other, so a file is read in one of them.
   */
  WASM_TOOLS_ENCODINGS(false);

  private final boolean shipped;

  Feature(boolean shipped) {
    this.shipped = shipped;
  }

  /** Whether the specification has shipped it, so that it is on unless switched off. */
  public boolean shipped() {
    return shipped;
  }

  /** The flag, such as {@code cm-async}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
