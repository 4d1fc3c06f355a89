package dev.mortise.testing.words;

import dev.mortise.runtime.Result;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The least value of a Java type that a WIT type has become: zero, empty, none, the first case. */
final class Zero {
  private Zero() {}

  /** The value, or null where there is none, as of a resource. */
  static @Nullable Object of(Type type) {
    if (type instanceof ParameterizedType generic && generic.getRawType() instanceof Class<?> raw) {
      return generic(raw, generic.getActualTypeArguments());
    }
    return type instanceof Class<?> known ? of(known) : null;
  }

  private static @Nullable Object generic(Class<?> raw, Type[] arguments) {
    if (raw == Optional.class) {
      return Optional.empty();
    }
    if (raw == List.class) {
      return List.of();
    }
    if (raw == Map.class) {
      return Map.of();
    }
    if (raw == Result.class) {
      return Result.ok(of(arguments[0]));
    }
    if (raw == EnumSet.class && arguments[0] instanceof Class<?> labels) {
      return none(labels);
    }
    return raw.isRecord() ? record(raw, arguments) : null;
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static Object none(Class<?> labels) {
    return EnumSet.noneOf((Class) labels);
  }

  private static @Nullable Object of(Class<?> type) {
    if (type == String.class) {
      return "";
    }
    if (type.isArray()) {
      return java.lang.reflect.Array.newInstance(type.getComponentType(), 0);
    }
    if (type.isEnum()) {
      return type.getEnumConstants()[0];
    }
    if (type.isRecord()) {
      return record(type, new Type[0]);
    }
    if (type.isSealed()) {
      return Arrays.stream(type.getPermittedSubclasses())
          .map(Zero::of)
          .filter(java.util.Objects::nonNull)
          .findFirst()
          .orElse(null);
    }
    return type.isPrimitive() ? primitive(type) : boxed(type);
  }

  private static @Nullable Object primitive(Class<?> type) {
    return type == void.class
        ? null
        : java.lang.reflect.Array.get(java.lang.reflect.Array.newInstance(type, 1), 0);
  }

  private static @Nullable Object boxed(Class<?> type) {
    return java.lang.invoke.MethodType.methodType(type).unwrap().returnType().isPrimitive()
            && type != Void.class
        ? primitive(java.lang.invoke.MethodType.methodType(type).unwrap().returnType())
        : null;
  }

  private static @Nullable Object record(Class<?> type, Type[] arguments) {
    RecordComponent[] components = type.getRecordComponents();
    @Nullable Object[] parts = new Object[components.length];
    Class<?>[] types = new Class<?>[components.length];
    for (int i = 0; i < parts.length; i++) {
      types[i] = components[i].getType();
      Type declared = components[i].getGenericType();
      parts[i] =
          of(declared instanceof Class<?> || arguments.length <= i ? declared : arguments[i]);
      if (parts[i] == null) {
        return null;
      }
    }
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(types);
      constructor.trySetAccessible();
      return constructor.newInstance(parts);
    } catch (InvocationTargetException e) {
      return null;
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(type.getName(), e);
    }
  }
}
