package dev.mortise.testing;

import dev.mortise.testing.component.Subject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** Finds the components that tests name. */
final class Sources {
  private Sources() {}

  /** The component of a test. */
  static Subject subject(Setup setup, Class<?> test) {
    Subject.Mode mode =
        switch (setup.engine()) {
          case INTERPRETED -> new Subject.Mode(false, false);
          case COMPILED -> new Subject.Mode(true, false);
          case GENERATED -> new Subject.Mode(true, true);
        };
    ClassLoader classes =
        Objects.requireNonNullElse(test.getClassLoader(), ClassLoader.getSystemClassLoader());
    Path file = setup.file() == null ? Path.of(setup.resource()) : setup.file();
    String name = String.valueOf(file.getFileName());
    return Subject.of(bytes(setup, file, test), name, mode, classes);
  }

  private static byte[] bytes(Setup setup, Path file, Class<?> test) {
    try {
      if (setup.file() == null) {
        try (InputStream in = open(setup.resource(), test)) {
          if (in != null) {
            return in.readAllBytes();
          }
        }
      }
      if (Files.exists(file)) {
        return Files.readAllBytes(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw new AssertionError(
        """
        The component `%s` of %s is nowhere:
          no resource beside the test, in package %s
          no resource at the root of the class path
          no file %s
        Put it into src/test/resources, or name its path from the project's folder.\
        """
            .formatted(file, test.getSimpleName(), test.getPackageName(), file.toAbsolutePath()));
  }

  private static InputStream open(String resource, Class<?> test) {
    InputStream beside = test.getResourceAsStream(resource);
    return beside != null
        ? beside
        : Objects.requireNonNullElse(test.getClassLoader(), ClassLoader.getSystemClassLoader())
            .getResourceAsStream(resource);
  }
}
