package dev.mortise.loader.compile;

import dev.mortise.runtime.engine.CoreFunction;
import dev.mortise.runtime.engine.chicory.stub.TypedFunction;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;

/** One signature: its abstract class, and one that calls any core function by it. */
public final class TypedSignature {
  private final String descriptor;
  private final Class<? extends TypedFunction> abstractClass;
  private final MethodHandle boxed;

  TypedSignature(String descriptor) {
    this.descriptor = descriptor;
    SignatureLoader loader = new SignatureLoader(descriptor, this);
    try {
      abstractClass = loader.loadClass(className()).asSubclass(TypedFunction.class);
      boxed =
          TypedSignatures.boxedConstructor(loader.loadClass(className() + "_Boxed"))
              .asType(MethodType.methodType(TypedFunction.class, CoreFunction.class));
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("the class of signature " + descriptor, e);
    }
  }

  /** The descriptor of its method {@code call}. */
  public String descriptor() {
    return descriptor;
  }

  /** The class that has the method. */
  public Class<? extends TypedFunction> abstractClass() {
    return abstractClass;
  }

  /** The name of the class in class files. */
  public String internalName() {
    return SignatureClasses.internalName(descriptor);
  }

  /** A function under this signature, called by words. */
  public TypedFunction boxed(CoreFunction function) {
    try {
      return (TypedFunction) boxed.invokeExact(function);
    } catch (Throwable e) {
      throw new LinkageError("a function of signature " + descriptor, e);
    }
  }

  private String className() {
    return internalName().replace('/', '.');
  }
}
