package dev.mortise.tck.generate;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * As much of a value type as the Canonical ABI's signatures depend on; flattened here once more,
 * without a look at the loader, so that the two check each other.
 */
sealed interface Shape {
  int I32 = 0x7f;
  int I64 = 0x7e;
  int F32 = 0x7d;
  int F64 = 0x7c;

  /** One core value: numbers, enums, flags, handles, streams. */
  record Scalar(int core) implements Shape {}

  /** An owned or borrowed handle. */
  record Handle(boolean borrowed) implements Shape {}

  /** A pointer and a length: strings, lists, maps. */
  record Pointer(List<Shape> elements) implements Shape {}

  /** One after the other: records, tuples, lists of a fixed length. */
  record Sequence(List<Shape> parts) implements Shape {}

  /** One of some: variants, options, results. */
  record Choice(List<@Nullable Shape> payloads) implements Shape {}

  /** The core values that stand for it. */
  default List<Integer> flat() {
    return switch (this) {
      case Scalar scalar -> List.of(scalar.core());
      case Handle handle -> List.of(I32);
      case Pointer pointer -> List.of(I32, I32);
      case Sequence sequence -> flat(sequence.parts());
      case Choice choice -> {
        List<Integer> joined = new ArrayList<>();
        for (Shape payload : choice.payloads()) {
          List<Integer> values = payload == null ? List.of() : payload.flat();
          for (int i = 0; i < values.size(); i++) {
            if (i == joined.size()) {
              joined.add(values.get(i));
            } else {
              joined.set(i, join(joined.get(i), values.get(i)));
            }
          }
        }
        joined.add(0, I32);
        yield joined;
      }
    };
  }

  static List<Integer> flat(List<Shape> shapes) {
    List<Integer> values = new ArrayList<>();
    shapes.forEach(shape -> values.addAll(shape.flat()));
    return values;
  }

  private static int join(int one, int other) {
    if (one == other) {
      return one;
    }
    boolean both32 = (one == I32 && other == F32) || (one == F32 && other == I32);
    return both32 ? I32 : I64;
  }

  /** Whether lifting or lowering it touches memory. */
  default boolean pointer() {
    return switch (this) {
      case Scalar scalar -> false;
      case Handle handle -> false;
      case Pointer pointer -> true;
      case Sequence sequence -> sequence.parts().stream().anyMatch(Shape::pointer);
      case Choice choice ->
          choice.payloads().stream().anyMatch(payload -> payload != null && payload.pointer());
    };
  }

  /** Whether a borrowed handle is in it. */
  default boolean borrow() {
    return switch (this) {
      case Scalar scalar -> false;
      case Handle handle -> handle.borrowed();
      case Pointer pointer -> pointer.elements().stream().anyMatch(Shape::borrow);
      case Sequence sequence -> sequence.parts().stream().anyMatch(Shape::borrow);
      case Choice choice ->
          choice.payloads().stream().anyMatch(payload -> payload != null && payload.borrow());
    };
  }
}
