package dev.mortise.loader.compile;

import dev.mortise.runtime.engine.CoreFunction;
import dev.mortise.runtime.engine.chicory.WeakValues;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;

/**
 * The abstract classes for the signatures of typed functions. There is one of each in the process,
 * so that code of several components can be linked together, in a class loader of its own, so that
 * it goes when nothing uses it any more.
 */
public final class TypedSignatures {
  private static final WeakValues<String, TypedSignature> KNOWN = new WeakValues<>();

  private TypedSignatures() {}

  /**
   * The class of a signature.
   *
   * @param descriptor a method descriptor of {@code I}, {@code J}, {@code F}, {@code D}, whose
   *     result may also be {@code V} or, for several, {@code [J}
   */
  public static TypedSignature of(String descriptor) {
    return KNOWN.get(descriptor, TypedSignature::new);
  }

  /** The class of that name, or null when it is none of a signature. */
  public static @Nullable TypedSignature named(String className) {
    return className.startsWith(SignatureClasses.PACKAGE + ".")
        ? of(SignatureClasses.descriptor(className.replace('.', '/')))
        : null;
  }

  /** Makes a function that is called by words. */
  static MethodHandle boxedConstructor(Class<?> boxed) throws ReflectiveOperationException {
    return MethodHandles.publicLookup()
        .findConstructor(boxed, MethodType.methodType(void.class, CoreFunction.class));
  }
}
