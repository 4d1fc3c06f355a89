package dev.mortise.runtime.value;

import dev.mortise.runtime.type.ResourceType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A value of the component model. Immutable; equal when the same case holds equal content (a NaN
 * equals itself, as {@link Float#equals} has it). To read one, switch over the cases, or use the
 * accessors that it inherits: {@code value.field("age").asInt()}.
 *
 * <p>A value knows its shape, not its WIT type: {@link RecordValue} holds labels, {@link
 * VariantValue} the label of its case. Lists of numbers keep their elements in one array (see
 * {@link NumberList}).
 */
public sealed interface ComponentValue extends ValueAccessors {

  /** What a function without a result returns: the tuple of nothing. */
  ComponentValue UNIT = new TupleValue(List.of());

  /** {@code bool}. */
  record BoolValue(boolean value) implements ComponentValue {}

  /** {@code s8}. */
  record S8Value(byte value) implements ComponentValue {}

  /** {@code u8}: 0 to 255. */
  record U8Value(int value) implements ComponentValue {
    public U8Value {
      requireRange("u8", value, 0, 0xff);
    }
  }

  /** {@code s16}. */
  record S16Value(short value) implements ComponentValue {}

  /** {@code u16}: 0 to 65,535. */
  record U16Value(int value) implements ComponentValue {
    public U16Value {
      requireRange("u16", value, 0, 0xffff);
    }
  }

  /** {@code s32}. */
  record S32Value(int value) implements ComponentValue {}

  /** {@code u32}: 0 to 4,294,967,295. */
  record U32Value(long value) implements ComponentValue {
    public U32Value {
      requireRange("u32", value, 0, 0xffff_ffffL);
    }
  }

  /** {@code s64}. */
  record S64Value(long value) implements ComponentValue {}

  /** {@code u64}: the 64 bits, read as unsigned. */
  record U64Value(long bits) implements ComponentValue {}

  /** {@code f32}. */
  record F32Value(float value) implements ComponentValue {}

  /** {@code f64}. */
  record F64Value(double value) implements ComponentValue {}

  /** {@code char}: a Unicode scalar value. */
  record CharValue(int codePoint) implements ComponentValue {
    public CharValue {
      if (codePoint < 0 || codePoint > 0x10ffff || (codePoint >= 0xd800 && codePoint <= 0xdfff)) {
        throw new IllegalArgumentException(
            "a char is a Unicode scalar value, not 0x" + Integer.toHexString(codePoint));
      }
    }
  }

  /** {@code string}: a sequence of Unicode scalar values; a lone surrogate becomes U+FFFD. */
  record StringValue(String value) implements ComponentValue {
    public StringValue {
      value = UnicodeScalars.replaceLoneSurrogates(value);
    }
  }

  /**
   * {@code list<T>}, of fixed or any length.
   *
   * @param elements the elements; a {@link NumberList} when they are numbers of one type
   */
  record ListValue(List<ComponentValue> elements) implements ComponentValue {
    public ListValue {
      elements = elements instanceof NumberList ? elements : List.copyOf(elements);
    }
  }

  /** {@code record}: the fields by label, in the order of the type. */
  record RecordValue(Map<String, ComponentValue> fields) implements ComponentValue {
    public RecordValue {
      fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }
  }

  /** {@code tuple}. */
  record TupleValue(List<ComponentValue> elements) implements ComponentValue {
    public TupleValue {
      elements = List.copyOf(elements);
    }
  }

  /** {@code variant}: the label of the case and its payload, if the case has one. */
  record VariantValue(String label, @Nullable ComponentValue payload) implements ComponentValue {}

  /** {@code enum}: the label. */
  record EnumValue(String label) implements ComponentValue {}

  /** {@code flags}: the labels that are set. */
  record FlagsValue(Set<String> labels) implements ComponentValue {
    public FlagsValue {
      labels = Collections.unmodifiableSet(new LinkedHashSet<>(labels));
    }
  }

  /** {@code option}: the value, or null for none. */
  record OptionValue(@Nullable ComponentValue value) implements ComponentValue {
    /** The option that holds nothing. */
    public static final OptionValue NONE = new OptionValue(null);
  }

  /**
   * {@code result}.
   *
   * @param isOk whether it is the case {@code ok}
   * @param payload the payload of that case, if it has one
   */
  record ResultValue(boolean isOk, @Nullable ComponentValue payload) implements ComponentValue {}

  /** {@code map}: the entries in the order in which they came; keys may repeat (Explainer.md). */
  record MapValue(List<Entry> entries) implements ComponentValue {
    /** One entry. */
    public record Entry(ComponentValue key, ComponentValue value) {}

    public MapValue {
      entries = List.copyOf(entries);
    }
  }

  /**
   * A handle to a resource, {@code own} or {@code borrow}. What stands behind it is known to
   * whoever made it: the instance whose handle table it is in, or the host.
   *
   * @param type the resource type; two are equal when one introduced both
   * @param handle the handle, opaque to everyone else
   */
  record ResourceValue(ResourceType type, Object handle) implements ComponentValue {}

  /** A record value from labels and values in turn. */
  static RecordValue record(Object... labelsAndValues) {
    if (labelsAndValues.length % 2 != 0) {
      throw new IllegalArgumentException("labels and values in turn: their number must be even");
    }
    Map<String, ComponentValue> fields = new LinkedHashMap<>();
    for (int i = 0; i < labelsAndValues.length; i += 2) {
      fields.put((String) labelsAndValues[i], (ComponentValue) labelsAndValues[i + 1]);
    }
    return new RecordValue(fields);
  }

  /** A list value from its elements. */
  static ListValue list(ComponentValue... elements) {
    return new ListValue(new ArrayList<>(List.of(elements)));
  }

  private static void requireRange(String type, long value, long least, long greatest) {
    if (value < least || value > greatest) {
      throw new IllegalArgumentException(
          value + " is not a " + type + ": it must be between " + least + " and " + greatest);
    }
  }
}
