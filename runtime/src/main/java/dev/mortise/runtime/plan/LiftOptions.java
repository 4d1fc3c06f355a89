package dev.mortise.runtime.plan;

import dev.mortise.runtime.abi.layout.CanonicalOptions;
import org.jspecify.annotations.Nullable;

/**
 * The canonical options of a function, resolved.
 *
 * @param shape what decides the shape of the code
 * @param memory the memory, or null
 * @param realloc the allocator, or null
 * @param postReturn what to call after the result is lifted, or null
 * @param callback what an asynchronous function is called back by when something has happened, or
 *     null
 */
public record LiftOptions(
    CanonicalOptions shape,
    @Nullable CoreItem memory,
    @Nullable CoreItem realloc,
    @Nullable CoreItem postReturn,
    @Nullable CoreItem callback) {

  @Override
  public String toString() {
    return shape.encoding()
        + (shape.async() ? ", async" : "")
        + (memory == null ? "" : ", memory " + memory)
        + (realloc == null ? "" : ", realloc " + realloc)
        + (postReturn == null ? "" : ", post-return " + postReturn)
        + (callback == null ? "" : ", callback " + callback);
  }
}
