package dev.mortise.classgen;

import dev.mortise.classgen.call.GeneratedUnit;
import dev.mortise.loader.engine.chicory.stub.TypedSignature;
import dev.mortise.loader.engine.chicory.stub.TypedSignatures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The loader of the code of one plan: it sees the component's types through its parent, and the
 * compiled core modules by their own loaders.
 */
final class GeneratedCode extends ClassLoader {
  /** Where class files are written as they are made, for people to look at. */
  private static final @Nullable String DUMP = System.getProperty("mortise.dump");

  private static final AtomicInteger NEXT = new AtomicInteger();

  private final Map<String, byte[]> classes;
  private final List<ClassLoader> modules;

  GeneratedCode(GeneratedUnit unit, ClassLoader types) {
    super("mortise calls", types);
    classes = new ConcurrentHashMap<>(unit.classes());
    modules = unit.loaders();
    dump(unit.classes());
  }

  /** A name that tells the classes of a plan from those of others. */
  static String nextName() {
    return "Calls" + NEXT.getAndIncrement();
  }

  /** Writes class files below the folder that the property {@code mortise.dump} names. */
  static void dump(Map<String, byte[]> classes) {
    if (DUMP == null) {
      return;
    }
    classes.forEach(
        (name, bytes) -> {
          try {
            Path file = Path.of(DUMP, name + ".class");
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
          } catch (IOException e) {
            throw new UncheckedIOException("-Dmortise.dump: cannot write " + name, e);
          }
        });
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
