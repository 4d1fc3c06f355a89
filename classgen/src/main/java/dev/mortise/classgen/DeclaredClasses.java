package dev.mortise.classgen;

import dev.mortise.classgen.mapping.ClassName;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The loader of a component's interfaces and data types; its parent's classes come first. */
final class DeclaredClasses extends ClassLoader {
  static {
    registerAsParallelCapable();
  }

  private final Map<String, byte[]> classes;

  DeclaredClasses(Map<String, byte[]> classes, ClassLoader parent) {
    super("mortise types", parent);
    this.classes = new ConcurrentHashMap<>(classes);
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte[] bytes = classes.remove(name.replace('.', '/'));
    if (bytes == null) {
      throw new ClassNotFoundException(name);
    }
    return defineClass(name, bytes, 0, bytes.length);
  }

  /** A class that is known to be there. */
  Class<?> find(ClassName name) {
    try {
      return Class.forName(name.binaryName(), false, this);
    } catch (ClassNotFoundException e) {
      throw new LinkageError(name.toString(), e);
    }
  }
}
