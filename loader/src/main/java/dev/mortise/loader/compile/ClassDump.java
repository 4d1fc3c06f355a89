package dev.mortise.loader.compile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes class files, and the texts that their line numbers point into, as they are made below the
 * folder that the property {@code mortise.dump} names, for people and tools to look at; nothing
 * without it.
 */
public final class ClassDump {
  private static final @Nullable String FOLDER = System.getProperty("mortise.dump");

  private ClassDump() {}

  /** Writes class files, by internal name. */
  public static void classes(Map<String, byte[]> classes) {
    classes.forEach(ClassDump::classFile);
  }

  /** Writes a class file. */
  public static void classFile(String internalName, byte[] bytes) {
    file(internalName + ".class", bytes);
  }

  /** Writes a text beside the class files. */
  public static void text(String file, String text) {
    file(file, text.getBytes(StandardCharsets.UTF_8));
  }

  private static void file(String name, byte[] bytes) {
    if (FOLDER == null) {
      return;
    }
    try {
      Path file = Path.of(FOLDER, name);
      Files.createDirectories(file.getParent());
      Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("-Dmortise.dump=" + FOLDER + ": cannot write " + name, e);
    }
  }
}
