package dev.mortise.classgen.bridge;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;

/** Constructors and methods of generated classes, called with objects. */
final class Members {
  private static final MethodHandles.Lookup LOOKUP = MethodHandles.publicLookup();
  private static final MethodType GETTER = MethodType.methodType(Object.class, Object.class);
  private static final MethodType SPREAD = MethodType.methodType(Object.class, Object[].class);

  private Members() {}

  /** The only constructor of a class, of type {@code (Object[])Object}. */
  static MethodHandle constructor(Class<?> type) {
    Constructor<?>[] all = type.getConstructors();
    if (all.length != 1) {
      throw new IllegalStateException(type + " has " + all.length + " constructors");
    }
    try {
      return spread(LOOKUP.unreflectConstructor(all[0]));
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The method without parameters of that name, of type {@code (Object)Object}. */
  static MethodHandle getter(Class<?> type, String name) {
    try {
      return LOOKUP.unreflect(type.getMethod(name)).asType(GETTER);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The method of an object, of type {@code (Object[])Object}. */
  static MethodHandle bound(Method method, Object receiver) {
    try {
      return spread(LOOKUP.unreflect(method).bindTo(receiver));
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private static MethodHandle spread(MethodHandle handle) {
    return handle
        .asFixedArity()
        .asSpreader(Object[].class, handle.type().parameterCount())
        .asType(SPREAD);
  }

  static Object make(MethodHandle constructor, Object... arguments) {
    try {
      return (Object) constructor.invokeExact(arguments);
    } catch (Throwable e) {
      throw unchecked(e);
    }
  }

  static Object get(MethodHandle getter, Object object) {
    try {
      return (Object) getter.invokeExact(object);
    } catch (Throwable e) {
      throw unchecked(e);
    }
  }

  /** What is thrown where no checked exception is declared. */
  static RuntimeException unchecked(Throwable e) {
    if (e instanceof RuntimeException ours) {
      return ours;
    }
    if (e instanceof Error error) {
      throw error;
    }
    return new IllegalStateException(e);
  }
}
