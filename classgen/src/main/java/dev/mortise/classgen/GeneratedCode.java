package dev.mortise.classgen;

import dev.mortise.classgen.call.GeneratedUnit;
import dev.mortise.loader.compile.ClassDump;
import dev.mortise.loader.compile.GuestLoader;
import dev.mortise.loader.compile.TypedSignature;
import dev.mortise.loader.compile.TypedSignatures;
import dev.mortise.runtime.generated.UnitParts;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The loader of the code of one plan: it sees the component's types through its parent, and the
 * compiled core modules by their own loaders.
 */
final class GeneratedCode extends GuestLoader {
  private static final AtomicInteger NEXT = new AtomicInteger();

  private final Map<String, byte[]> classes;
  private final List<ClassLoader> modules;
  private final String parts;

  GeneratedCode(GeneratedUnit unit, ClassLoader types) {
    super("mortise calls", types);
    classes = new ConcurrentHashMap<>(unit.classes());
    modules = unit.loaders();
    parts = unit.parts();
    ClassDump.classes(unit.classes());
    unit.sources()
        .forEach((name, source) -> ClassDump.text(name + "." + source.file(), source.text()));
  }

  /** What makes the objects of the code. */
  UnitParts parts() {
    try {
      return (UnitParts) loadClass(parts.replace('/', '.')).getConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(parts, e);
    }
  }

  /** A name that tells the classes of a plan from those of others. */
  static String nextName() {
    return "Calls" + NEXT.getAndIncrement();
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte[] bytes = classes.remove(name.replace('.', '/'));
    if (bytes != null) {
      return defineClass(name, bytes, 0, bytes.length);
    }
    TypedSignature signature = TypedSignatures.named(name);
    if (signature != null) {
      return signature.abstractClass();
    }
    for (ClassLoader module : modules) {
      try {
        return module.loadClass(name);
      } catch (ClassNotFoundException e) {
        // Perhaps the next one has it.
      }
    }
    throw new ClassNotFoundException(name);
  }
}
