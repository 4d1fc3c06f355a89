package dev.mortise.testing.wasi;

import dev.mortise.loader.Instance;
import dev.mortise.runtime.value.ComponentValue;
import org.jspecify.annotations.Nullable;

/**
 * Calls of {@code all.wasm}, which exports each interface of WASI that it imports.
 *
 * @param instance its instance
 */
record All(Instance instance) {
  static final String FILES = "wasi:filesystem/types@0.2.12#";
  static final String STREAMS = "wasi:io/streams@0.2.12#";
  static final String POLL = "wasi:io/poll@0.2.12#";
  static final String MONOTONIC = "wasi:clocks/monotonic-clock@0.2.12#";

  ComponentValue call(String name, @Nullable Object... arguments) {
    return instance.call(name, arguments);
  }

  /** The payload of a result that is ok. */
  ComponentValue ok(String name, @Nullable Object... arguments) {
    ComponentValue result = call(name, arguments);
    if (!result.caseName().equals("ok")) {
      throw new AssertionError(name + " gave " + result);
    }
    return result.casePayload().orElse(ComponentValue.UNIT);
  }

  /** The case of the error of a result that is none. */
  String err(String name, @Nullable Object... arguments) {
    ComponentValue result = call(name, arguments);
    if (!result.caseName().equals("err")) {
      throw new AssertionError(name + " gave " + result);
    }
    return result.casePayload().orElseThrow().caseName();
  }

  static long u64(ComponentValue value) {
    return ((ComponentValue.U64Value) value).bits();
  }
}
