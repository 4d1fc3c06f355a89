package dev.mortise.runtime.value;

import dev.mortise.runtime.error.ValueException;
import dev.mortise.runtime.value.ComponentValue.EnumValue;
import dev.mortise.runtime.value.ComponentValue.FlagsValue;
import dev.mortise.runtime.value.ComponentValue.MapValue;
import dev.mortise.runtime.value.ComponentValue.OptionValue;
import dev.mortise.runtime.value.ComponentValue.RecordValue;
import dev.mortise.runtime.value.ComponentValue.ResourceValue;
import dev.mortise.runtime.value.ComponentValue.ResultValue;
import dev.mortise.runtime.value.ComponentValue.VariantValue;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Short ways to read a {@link ComponentValue} whose shape the caller knows. Each throws a {@link
 * ValueException} that names both kinds when the value is of another, and none of them changes the
 * value: {@code asInt} of a {@code u32} beyond an {@code int} throws.
 */
public sealed interface ValueAccessors permits ComponentValue {

  /** The kind in WIT's word: {@code u8}, {@code string}, {@code record}, … */
  default String kind() {
    return Reading.kind(self());
  }

  /** The kind with the value where it is short, as messages show it: {@code string "abc"}. */
  default String describe() {
    return Reading.describe(self());
  }

  /** A {@code bool}. */
  default boolean asBoolean() {
    if (self() instanceof ComponentValue.BoolValue bool) {
      return bool.value();
    }
    throw Reading.wrongKind("a bool", self());
  }

  /** An integer of any type that fits in an {@code int}. */
  default int asInt() {
    return (int) Reading.integer(self(), "an int", Integer.MIN_VALUE, Integer.MAX_VALUE);
  }

  /** An integer of any type that fits in a {@code long}. */
  default long asLong() {
    return Reading.integer(self(), "a long", Long.MIN_VALUE, Long.MAX_VALUE);
  }

  /** An integer of any type. */
  default BigInteger asBigInteger() {
    return Reading.bigInteger(self());
  }

  /** An {@code f32}. */
  default float asFloat() {
    if (self() instanceof ComponentValue.F32Value number) {
      return number.value();
    }
    throw Reading.wrongKind("an f32", self());
  }

  /** An {@code f64} or an {@code f32}. */
  default double asDouble() {
    return switch (self()) {
      case ComponentValue.F64Value number -> number.value();
      case ComponentValue.F32Value number -> number.value();
      default -> throw Reading.wrongKind("an f64", self());
    };
  }

  /** The code point of a {@code char}. */
  default int asCodePoint() {
    if (self() instanceof ComponentValue.CharValue c) {
      return c.codePoint();
    }
    throw Reading.wrongKind("a char", self());
  }

  /** A {@code string}. */
  default String asString() {
    if (self() instanceof ComponentValue.StringValue text) {
      return text.value();
    }
    throw Reading.wrongKind("a string", self());
  }

  /** The elements of a {@code list} or {@code tuple}. */
  default List<ComponentValue> asList() {
    return switch (self()) {
      case ComponentValue.ListValue list -> list.elements();
      case ComponentValue.TupleValue tuple -> tuple.elements();
      default -> throw Reading.wrongKind("a list or tuple", self());
    };
  }

  /** A copy of the bytes of a {@code list<u8>} or {@code list<s8>}. */
  default byte[] asBytes() {
    return Reading.bytes(self());
  }

  /** The element at a position of a {@code list} or {@code tuple}, counted from 0. */
  default ComponentValue element(int position) {
    List<ComponentValue> elements = asList();
    if (position < 0 || position >= elements.size()) {
      throw Reading.error(
          "no-such-element",
          "a " + kind() + " with an element " + position,
          "one of " + elements.size() + " elements");
    }
    return elements.get(position);
  }

  /** The fields of a {@code record} by label, in the order of the type. */
  default Map<String, ComponentValue> asRecord() {
    if (self() instanceof RecordValue record) {
      return record.fields();
    }
    throw Reading.wrongKind("a record", self());
  }

  /** One field of a {@code record}. */
  default ComponentValue field(String label) {
    Map<String, ComponentValue> fields = asRecord();
    @Nullable ComponentValue field = fields.get(label);
    if (field == null) {
      throw Reading.error(
          "no-such-field",
          "a record with a field \"" + label + "\"",
          "one with the fields " + String.join(", ", fields.keySet()));
    }
    return field;
  }

  /**
   * The label of the case of a {@code variant}, {@code enum}, {@code option} ({@code some}, {@code
   * none}) or {@code result} ({@code ok}, {@code err}).
   */
  default String caseName() {
    return switch (self()) {
      case VariantValue variant -> variant.label();
      case EnumValue constant -> constant.label();
      case OptionValue option -> option.value() == null ? "none" : "some";
      case ResultValue result -> result.isOk() ? "ok" : "err";
      default -> throw Reading.wrongKind("a variant, enum, option or result", self());
    };
  }

  /** The payload of the case of a {@code variant}, {@code option} or {@code result}, if any. */
  default Optional<ComponentValue> casePayload() {
    return switch (self()) {
      case VariantValue variant -> Optional.ofNullable(variant.payload());
      case EnumValue constant -> Optional.empty();
      case OptionValue option -> Optional.ofNullable(option.value());
      case ResultValue result -> Optional.ofNullable(result.payload());
      default -> throw Reading.wrongKind("a variant, enum, option or result", self());
    };
  }

  /** An {@code option}. */
  default Optional<ComponentValue> asOptional() {
    if (self() instanceof OptionValue option) {
      return Optional.ofNullable(option.value());
    }
    throw Reading.wrongKind("an option", self());
  }

  /** The labels that are set in {@code flags}. */
  default Set<String> asFlags() {
    if (self() instanceof FlagsValue flags) {
      return flags.labels();
    }
    throw Reading.wrongKind("flags", self());
  }

  /** The entries of a {@code map}, in the order in which they came. */
  default List<MapValue.Entry> asEntries() {
    if (self() instanceof MapValue map) {
      return map.entries();
    }
    throw Reading.wrongKind("a map", self());
  }

  /** A handle. */
  default ResourceValue asResource() {
    if (self() instanceof ResourceValue resource) {
      return resource;
    }
    throw Reading.wrongKind("a handle", self());
  }

  private ComponentValue self() {
    return (ComponentValue) this;
  }
}
