package dev.mortise.loader.compile;

import dev.mortise.runtime.engine.chicory.stub.TypedFunction;

/** Makes the two classes of a signature when they are asked for. */
final class SignatureLoader extends GuestLoader {
  private final String descriptor;

  /** Keeps what {@link TypedSignatures} knows weakly as long as one of the classes lives. */
  @SuppressWarnings("unused")
  private final TypedSignature signature;

  SignatureLoader(String descriptor, TypedSignature signature) {
    super("mortise signature " + descriptor, TypedFunction.class.getClassLoader());
    this.descriptor = descriptor;
    this.signature = signature;
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    String internal = name.replace('.', '/');
    if (internal.equals(SignatureClasses.internalName(descriptor))) {
      return define(name, SignatureClasses.abstractClass(descriptor));
    }
    if (internal.equals(SignatureClasses.boxedName(descriptor))) {
      return define(name, SignatureClasses.boxedClass(descriptor));
    }
    throw new ClassNotFoundException(name);
  }

  private Class<?> define(String name, byte[] bytes) {
    ClassDump.classFile(name.replace('.', '/'), bytes);
    return defineClass(name, bytes, 0, bytes.length);
  }
}
