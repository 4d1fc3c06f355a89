package dev.mortise.tck.generate;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A function type, and the core signatures that lifting and lowering give it. */
record FuncShape(List<Shape> params, @Nullable Shape result, boolean async) {
  private static final int MAX_PARAMS = 16;
  private static final int MAX_ASYNC_PARAMS = 4;

  /** A core function type: the codes of its parameters and of its results. */
  record Core(List<Integer> params, List<Integer> results) {}

  private List<Integer> flatResult() {
    return result == null ? List.of() : result.flat();
  }

  private List<Integer> flatParams(int max) {
    List<Integer> flat = Shape.flat(params);
    return flat.size() > max ? List.of(Shape.I32) : flat;
  }

  /** What {@code canon lift} takes; with a callback when {@code asyncOption}. */
  Core lifted(boolean asyncOption) {
    List<Integer> results = flatResult();
    if (asyncOption) {
      results = List.of(Shape.I32);
    } else if (results.size() > 1) {
      results = List.of(Shape.I32);
    }
    return new Core(flatParams(MAX_PARAMS), results);
  }

  /** What {@code canon lower} gives. */
  Core lowered(boolean asyncOption) {
    List<Integer> flat = new ArrayList<>(flatParams(asyncOption ? MAX_ASYNC_PARAMS : MAX_PARAMS));
    List<Integer> results = flatResult();
    if (results.size() > (asyncOption ? 0 : 1)) {
      flat.add(Shape.I32);
      results = List.of();
    }
    return new Core(flat, asyncOption ? List.of(Shape.I32) : results);
  }

  private boolean paramsInMemory(int max) {
    return Shape.flat(params).size() > max || params.stream().anyMatch(Shape::pointer);
  }

  private boolean resultInMemory(int max) {
    return result != null && (result.pointer() || result.flat().size() > max);
  }

  /** Whether {@code canon lift} needs a memory and an allocator. */
  boolean liftNeedsMemory(boolean asyncOption) {
    return paramsInMemory(MAX_PARAMS) || resultInMemory(asyncOption ? MAX_PARAMS : 1);
  }

  /** Whether {@code canon lower} needs a memory and an allocator. */
  boolean lowerNeedsMemory(boolean asyncOption) {
    return paramsInMemory(asyncOption ? MAX_ASYNC_PARAMS : MAX_PARAMS)
        || resultInMemory(asyncOption ? 0 : 1);
  }
}
