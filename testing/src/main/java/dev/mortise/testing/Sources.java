package dev.mortise.testing;

import dev.mortise.testing.component.Subject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Finds the components that tests name. */
final class Sources {
  /** What was read, so that not each test reads its component and digests it. */
  private static final Map<Version, Subject> KNOWN = new ConcurrentHashMap<>();

  private record Version(URI place, long modified, Subject.Mode mode, ClassLoader classes) {}

  private Sources() {}

  /** The component of a test. */
  static Subject subject(Setup setup, Class<?> test) {
    Subject.Mode mode =
        switch (setup.engine()) {
          case INTERPRETED -> new Subject.Mode(false, false);
          case COMPILED -> new Subject.Mode(true, false);
          case GENERATED -> new Subject.Mode(true, true);
        };
    ClassLoader classes = classes(test);
    Path file = setup.file() == null ? Path.of(setup.resource()) : setup.file();
    URL resource = setup.file() == null ? resource(setup.resource(), test) : null;
    try {
      URI place = resource == null ? existing(file, test).toUri() : resource.toURI();
      Version version = new Version(place, modified(place), mode, classes);
      Subject known = KNOWN.get(version);
      if (known == null) {
        known = Subject.of(bytes(place), String.valueOf(file.getFileName()), mode, classes);
        KNOWN.put(version, known);
      }
      return known;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(String.valueOf(resource), e);
    }
  }

  private static ClassLoader classes(Class<?> test) {
    return Objects.requireNonNullElse(test.getClassLoader(), ClassLoader.getSystemClassLoader());
  }

  private static @Nullable URL resource(String name, Class<?> test) {
    URL beside = test.getResource(name);
    return beside == null ? classes(test).getResource(name) : beside;
  }

  /** When a file was changed last; what is in a jar is not changed while tests run. */
  private static long modified(URI place) throws IOException {
    return isFile(place) ? Files.getLastModifiedTime(Path.of(place)).toMillis() : 0;
  }

  private static boolean isFile(URI place) {
    return "file".equals(place.getScheme());
  }

  private static byte[] bytes(URI place) throws IOException {
    if (isFile(place)) {
      return Files.readAllBytes(Path.of(place));
    }
    try (InputStream in = place.toURL().openStream()) {
      return in.readAllBytes();
    }
  }

  private static Path existing(Path file, Class<?> test) {
    if (Files.exists(file)) {
      return file;
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
}
