package dev.mortise.jdkmodulelayer;

import dev.mortise.classgen.jar.ComponentClasses;
import dev.mortise.classgen.jar.Contracts;
import dev.mortise.classgen.jar.ModularJar;
import dev.mortise.classgen.mapping.JavaMapping;
import dev.mortise.classgen.mapping.JavaModel;
import dev.mortise.loader.Component;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The components of the tests, whose text lies beside them, and ways to call what is loaded. */
final class Guests {
  private Guests() {}

  static byte[] bytes(String name) {
    try (InputStream in = Guests.class.getResourceAsStream(name + ".wasm")) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A folder with some of them. */
  static Path folder(Path folder, String... names) throws IOException {
    Files.createDirectories(folder);
    for (String name : names) {
      Files.write(folder.resolve(name + ".wasm"), bytes(name));
    }
    return folder;
  }

  static JavaModel model(String name) {
    return JavaMapping.of(Component.load(bytes(name)).type(), name + ".wasm", null);
  }

  /** A folder of contract modules, without those of worlds. */
  static Path contracts(Path folder, String... names) throws IOException {
    return jars(folder, "wit.", names);
  }

  /** A folder of contract modules, with those of worlds. */
  static Path worlds(Path folder, String... names) throws IOException {
    return jars(folder, "", names);
  }

  private static Path jars(Path folder, String prefix, String... names) throws IOException {
    Files.createDirectories(folder);
    List<JavaModel> models = new ArrayList<>();
    for (String name : names) {
      models.add(model(name));
    }
    for (Map.Entry<String, byte[]> jar : ModularJar.contracts(models).entrySet()) {
      if (jar.getKey().startsWith(prefix)) {
        Files.write(folder.resolve(jar.getKey() + ".jar"), jar.getValue());
      }
    }
    return folder;
  }

  /** A folder of jars as {@code mortise jar} makes them, and of the contracts that they share. */
  static Path componentJars(Path folder, String... names) throws IOException {
    contracts(folder, names);
    Contracts shared = Contracts.of(List.of(folder));
    Map<String, byte[]> jars = new TreeMap<>();
    for (String name : names) {
      jars.put(
          name,
          ModularJar.of(ComponentClasses.of(bytes(name), name + ".wasm", null), name, shared));
    }
    for (Map.Entry<String, byte[]> jar : jars.entrySet()) {
      Files.write(folder.resolve(jar.getKey() + ".jar"), jar.getValue());
    }
    return folder;
  }

  /** Jars of a folder on a class path: what an application without modules has. */
  static URLClassLoader classPath(Path folder) throws IOException {
    List<URL> urls = new ArrayList<>();
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        urls.add(file.toUri().toURL());
      }
    }
    return new URLClassLoader(urls.toArray(URL[]::new), Guests.class.getClassLoader());
  }

  /** Calls a method of a public interface that an object implements. */
  static Object call(Object object, String method, Object... arguments) {
    for (Class<?> type : object.getClass().getInterfaces()) {
      for (Method candidate : type.getMethods()) {
        if (candidate.getName().equals(method)) {
          try {
            return candidate.invoke(object, arguments);
          } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException cause) {
              throw cause;
            }
            throw new IllegalStateException(e.getCause());
          } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
          }
        }
      }
    }
    throw new AssertionError("no method " + method + " in " + object);
  }
}
