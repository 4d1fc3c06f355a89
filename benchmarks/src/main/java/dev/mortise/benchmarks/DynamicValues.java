package dev.mortise.benchmarks;

import dev.mortise.runtime.Tuple2;
import dev.mortise.runtime.value.ComponentValue;
import dev.mortise.runtime.value.ComponentValue.BoolValue;
import dev.mortise.runtime.value.ComponentValue.CharValue;
import dev.mortise.runtime.value.ComponentValue.F64Value;
import dev.mortise.runtime.value.ComponentValue.RecordValue;
import dev.mortise.runtime.value.ComponentValue.S16Value;
import dev.mortise.runtime.value.ComponentValue.StringValue;
import dev.mortise.runtime.value.ComponentValue.TupleValue;
import dev.mortise.runtime.value.ComponentValue.U32Value;
import dev.mortise.runtime.value.ComponentValue.U64Value;
import dev.mortise.runtime.value.ComponentValue.VariantValue;
import java.util.List;
import java.util.Map;
import wit.mortise.bench.Calls.Shape;
import wit.mortise.bench.Calls.Six;

/** The records and variants of the guest's interface as dynamic values, and back. */
final class DynamicValues {
  private DynamicValues() {}

  static ComponentValue of(Six six) {
    return ComponentValue.record(
        "a", new U32Value(six.a()),
        "b", new U64Value(six.b()),
        "c", new F64Value(six.c()),
        "d", new BoolValue(six.d()),
        "e", new S16Value(six.e()),
        "f", new CharValue(six.f()));
  }

  static Six toSix(ComponentValue value) {
    Map<String, ComponentValue> fields = ((RecordValue) value).fields();
    return new Six(
        ((U32Value) fields.get("a")).value(),
        ((U64Value) fields.get("b")).bits(),
        ((F64Value) fields.get("c")).value(),
        ((BoolValue) fields.get("d")).value(),
        ((S16Value) fields.get("e")).value(),
        ((CharValue) fields.get("f")).codePoint());
  }

  static ComponentValue of(Shape shape) {
    return switch (shape) {
      case Shape.Nothing() -> new VariantValue("nothing", null);
      case Shape.Point(long value) -> new VariantValue("point", new U32Value(value));
      case Shape.Line(Tuple2<Double, Double>(Double from, Double to)) ->
          new VariantValue("line", new TupleValue(List.of(new F64Value(from), new F64Value(to))));
      case Shape.Label(String text) -> new VariantValue("label", new StringValue(text));
    };
  }

  static Shape toShape(ComponentValue value) {
    VariantValue variant = (VariantValue) value;
    ComponentValue payload = variant.payload();
    return switch (variant.label()) {
      case "nothing" -> new Shape.Nothing();
      case "point" -> new Shape.Point(payload.asLong());
      case "line" ->
          new Shape.Line(
              new Tuple2<>(payload.element(0).asDouble(), payload.element(1).asDouble()));
      case "label" -> new Shape.Label(payload.asString());
      default -> throw new AssertionError(variant.label());
    };
  }
}
