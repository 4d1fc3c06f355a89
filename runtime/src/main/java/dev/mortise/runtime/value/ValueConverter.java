package dev.mortise.runtime.value;

import dev.mortise.runtime.error.ValueException;
import dev.mortise.runtime.type.EnumType;
import dev.mortise.runtime.type.FlagsType;
import dev.mortise.runtime.type.FuncType;
import dev.mortise.runtime.type.FutureType;
import dev.mortise.runtime.type.HandleType;
import dev.mortise.runtime.type.ListType;
import dev.mortise.runtime.type.MapType;
import dev.mortise.runtime.type.OptionType;
import dev.mortise.runtime.type.PrimType;
import dev.mortise.runtime.type.RecordType;
import dev.mortise.runtime.type.ResultType;
import dev.mortise.runtime.type.StreamType;
import dev.mortise.runtime.type.TupleType;
import dev.mortise.runtime.type.ValType;
import dev.mortise.runtime.type.VariantType;
import dev.mortise.runtime.value.ComponentValue.OptionValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Plain Java objects to values and back, directed by the WIT type.
 *
 * <table>
 * <caption>What is taken, and what {@link #toJava} gives (the first of each)</caption>
 * <tr><th>WIT<th>Java
 * <tr><td>{@code bool}<td>{@code Boolean}
 * <tr><td>{@code s8}, {@code s16}, {@code s32}, {@code s64}<td>{@code Byte}, {@code Short}, {@code
 * Integer}, {@code Long}; any other integer that is in range
 * <tr><td>{@code u8}, {@code u16}; {@code u32}; {@code u64}<td>{@code Integer}; {@code Long};
 * {@code Long} as the 64 bits; any other integer that is in range
 * <tr><td>{@code f32}, {@code f64}<td>{@code Float}, {@code Double}; the other one if nothing is
 * lost
 * <tr><td>{@code char}<td>{@code Integer}; {@code Character}; {@code String} of one code point
 * <tr><td>{@code string}<td>{@code String}
 * <tr><td>{@code list}<td>of numbers: the array of the same width, as bits; else {@code List}; any
 * sequenced collection or array
 * <tr><td>{@code record}<td>{@code Map} by label, where a field of type option may be left out; a
 * Java record with components of the same names in camel case
 * <tr><td>{@code tuple}<td>{@code List}; {@code Object[]}; a Java record, by position
 * <tr><td>{@code variant}, {@code result}<td>{@code Map.Entry} of label and payload or null; a
 * {@code String} or enum constant for a case without payload; a Java record of the case's name
 * <tr><td>{@code enum}<td>{@code String}; an enum constant
 * <tr><td>{@code flags}<td>{@code Set<String>}; any collection of labels or enum constants
 * <tr><td>{@code option}<td>{@code Optional}; null for none; the payload itself unless it is an
 * option, too
 * <tr><td>{@code map}<td>{@code Map}; a collection of {@code Map.Entry}
 * <tr><td>{@code own}, {@code borrow}<td>a {@link Handle}, or {@link ComponentValue.ResourceValue}
 * </table>
 *
 * <p>A {@link ComponentValue} is taken everywhere, when it is of the type. Nothing is rounded,
 * truncated or parsed; what does not fit is refused by a {@link ValueException} that says where.
 */
public final class ValueConverter {
  private ValueConverter() {}

  /**
   * Converts the arguments of a call.
   *
   * @throws ValueException when their number is wrong or one of them does not fit
   */
  public static List<ComponentValue> arguments(FuncType type, @Nullable Object... arguments) {
    return arguments(type, Arrays.asList(arguments));
  }

  /**
   * Converts the arguments of a call.
   *
   * @throws ValueException when their number is wrong or one of them does not fit
   */
  public static List<ComponentValue> arguments(
      FuncType type, List<? extends @Nullable Object> arguments) {
    ValueChecker.requireArity(type, arguments.size());
    List<ComponentValue> values = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      FuncType.Param param = type.params().get(i);
      values.add(convert(arguments.get(i), param.type(), ValuePath.param(param.label())));
    }
    return values;
  }

  /**
   * Converts an object that stands for itself.
   *
   * @throws ValueException when it does not fit
   */
  public static ComponentValue convert(@Nullable Object object, ValType type) {
    return convert(object, type, ValuePath.ROOT);
  }

  /**
   * Converts the object at a place.
   *
   * @throws ValueException when it does not fit
   */
  public static ComponentValue convert(@Nullable Object object, ValType type, ValuePath path) {
    if (object instanceof ComponentValue value) {
      ValueChecker.check(value, type, path);
      return value;
    }
    if (type.structure() instanceof OptionType option) {
      return convertOption(object, option, path);
    }
    if (object == null) {
      throw path.mismatch(type, "null", "only an option may be null");
    }
    return switch (type.structure()) {
      case PrimType prim -> ScalarConverter.convert(object, prim, type, path);
      case ListType list -> SequenceConverter.list(object, list, type, path);
      case TupleType tuple -> SequenceConverter.tuple(object, tuple, type, path);
      case MapType map -> SequenceConverter.map(object, map, type, path);
      case RecordType record -> LabelConverter.record(object, record, type, path);
      case VariantType variant -> LabelConverter.variant(object, variant, type, path);
      case ResultType result -> LabelConverter.result(object, result, type, path);
      case EnumType labels -> LabelConverter.enumeration(object, labels, type, path);
      case FlagsType labels -> LabelConverter.flags(object, labels, type, path);
      case OptionType option -> convertOption(object, option, path);
      case HandleType handle -> {
        if (object instanceof Handle given) {
          yield new ComponentValue.ResourceValue(handle.resource(), given);
        }
        throw path.mismatch(type, ValueNames.describe(object));
      }
      case StreamType stream -> throw unsupported(object, type, path);
      case FutureType future -> throw unsupported(object, type, path);
    };
  }

  /**
   * The value as a plain Java object, by the table above. No object is null, but for the payload of
   * a case that has none.
   *
   * @param value a value of the type
   * @throws ValueException when the value is not of the type
   */
  public static Object toJava(ComponentValue value, ValType type) {
    ValueChecker.check(value, type);
    return JavaView.of(value, type);
  }

  /**
   * The result of a call as a plain Java object; null when the function has none.
   *
   * @throws ValueException when it is not of the function's result type
   */
  public static @Nullable Object resultToJava(ComponentValue result, FuncType type) {
    ValueChecker.checkResult(result, type);
    return type.result() == null ? null : JavaView.of(result, type.result());
  }

  private static ComponentValue convertOption(
      @Nullable Object object, OptionType option, ValuePath path) {
    if (object == null) {
      return OptionValue.NONE;
    }
    if (object instanceof Optional<?> optional) {
      return optional.isEmpty()
          ? OptionValue.NONE
          : new OptionValue(convert(optional.get(), option.type(), path.inCase("some")));
    }
    if (option.type().structure() instanceof OptionType) {
      throw path.mismatch(
          option,
          ValueNames.describe(object),
          "of nested options each must be an Optional, so that some(none) and none stay apart");
    }
    return new OptionValue(convert(object, option.type(), path));
  }

  private static ValueException unsupported(Object object, ValType type, ValuePath path) {
    return path.mismatch(
        type, ValueNames.describe(object), "streams and futures are not values yet");
  }
}
