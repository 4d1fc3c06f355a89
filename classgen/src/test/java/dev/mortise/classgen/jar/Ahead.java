package dev.mortise.classgen.jar;

import dev.mortise.classgen.Guests;
import dev.mortise.runtime.Imports;
import dev.mortise.runtime.generated.GeneratedComponent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Instances of the tests' components whose classes were made as for a jar. */
public final class Ahead {
  private static final Map<String, GeneratedComponent> COMPONENTS = new ConcurrentHashMap<>();

  private Ahead() {}

  /** An instance of a component, under a world whose classes the tests have. */
  public static <W> W instantiate(String guest, Class<W> world, Imports imports) {
    return world.cast(COMPONENTS.computeIfAbsent(guest, Ahead::component).instantiate(imports));
  }

  static ComponentClasses classes(String guest) {
    try {
      return ComponentClasses.of(Files.readAllBytes(Guests.file(guest)), guest + ".wasm", null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static GeneratedComponent component(String guest) {
    return component(classes(guest));
  }

  static GeneratedComponent component(ComponentClasses classes) {
    String entry = String.valueOf(classes.model().entry().component());
    try {
      return (GeneratedComponent)
          new Loader(classes).loadClass(entry).getField("COMPONENT").get(null);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(entry, e);
    }
  }

  /** Finds the files as a jar would; the declarations are the tests' own. */
  private static final class Loader extends ClassLoader {
    private final Map<String, byte[]> files;

    Loader(ComponentClasses classes) {
      super(Ahead.class.getClassLoader());
      files = classes.files();
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      byte[] bytes = files.get(name.replace('.', '/') + ".class");
      if (bytes == null) {
        throw new ClassNotFoundException(name);
      }
      return defineClass(name, bytes, 0, bytes.length);
    }

    @Override
    public InputStream getResourceAsStream(String name) {
      byte[] bytes = files.get(name);
      return bytes == null ? super.getResourceAsStream(name) : new ByteArrayInputStream(bytes);
    }
  }
}
