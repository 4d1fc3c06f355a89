package dev.mortise.testing.words;

import dev.mortise.runtime.Result;
import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Values as Java source, for lines that are pasted into a test. */
final class JavaWords {
  private JavaWords() {}

  /** An expression that makes an equal value. */
  static String of(@Nullable Object value) {
    return switch (value) {
      case null -> "null";
      case String text -> quoted(text);
      case Long number -> number + "L";
      case Float number -> number + "f";
      case Byte number -> "(byte) " + number;
      case Short number -> "(short) " + number;
      case Enum<?> constant -> constant.getDeclaringClass().getSimpleName() + "." + constant.name();
      case Optional<?> option ->
          option.isEmpty() ? "Optional.empty()" : "Optional.of(" + of(option.get()) + ")";
      case Result.Ok<?, ?> ok -> "Result.ok(" + of(ok.value()) + ")";
      case Result.Err<?, ?> err -> "Result.err(" + of(err.error()) + ")";
      case EnumSet<?> flags -> flags.isEmpty() ? "any()" : "EnumSet.of(" + all(flags) + ")";
      case Map<?, ?> map ->
          map.entrySet().stream()
              .map(entry -> of(entry.getKey()) + ", " + of(entry.getValue()))
              .collect(Collectors.joining(", ", "Map.of(", ")"));
      case Set<?> set -> "Set.of(" + all(set) + ")";
      case Collection<?> list -> "List.of(" + all(list) + ")";
      case Record made -> constructed(made);
      case Number number -> number.toString();
      case Boolean bool -> bool.toString();
      default -> value.getClass().isArray() ? array(value) : "any()";
    };
  }

  /** Whether an expression makes an equal value: of what has none, {@code any()} stands there. */
  static boolean isExact(@Nullable Object value) {
    return !of(value).contains("any()");
  }

  private static String all(Collection<?> values) {
    return values.stream().map(JavaWords::of).collect(Collectors.joining(", "));
  }

  private static String constructed(Record value) {
    Class<?> type = value.getClass();
    StringBuilder arguments = new StringBuilder();
    for (RecordComponent component : type.getRecordComponents()) {
      arguments.append(arguments.isEmpty() ? "" : ", ").append(of(get(component, value)));
    }
    return "new " + name(type) + "(" + arguments + ")";
  }

  private static @Nullable Object get(RecordComponent component, Object value) {
    try {
      Method accessor = component.getAccessor();
      accessor.trySetAccessible();
      return accessor.invoke(value);
    } catch (ReflectiveOperationException e) {
      return null;
    }
  }

  private static String array(Object array) {
    return IntStream.range(0, Array.getLength(array))
        .limit(16)
        .mapToObj(i -> String.valueOf(Array.get(array, i)))
        .collect(
            Collectors.joining(
                ", ",
                "new " + array.getClass().getComponentType().getName() + "[] {",
                Array.getLength(array) > 16 ? ", …}" : "}"));
  }

  /** The name of a type as it is written where its interface is imported. */
  static String name(Class<?> type) {
    Class<?> outer = type.getEnclosingClass();
    return outer == null || outer.getEnclosingClass() == null
        ? type.getSimpleName()
        : name(outer) + "." + type.getSimpleName();
  }

  /** A string literal. */
  static String quoted(String text) {
    StringBuilder out = new StringBuilder("\"");
    text.chars()
        .forEach(
            c -> {
              switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                  if (c < ' ' || c == 0x7f) {
                    out.append("\\u%04x".formatted(c));
                  } else {
                    out.append((char) c);
                  }
                }
              }
            });
    return out.append('"').toString();
  }

  /** Some value of a type, for the reader to change. */
  static String placeholder(java.lang.reflect.Type type) {
    Object zero = Zero.of(type);
    return zero == null ? "…" : of(zero);
  }
}
