package dev.mortise.mavenplugin.jdk;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The folders where installers put a JDK, and those that variables name. */
public final class JdkFolders {
  /** {@code JAVA_HOME}, {@code JDK_21}, {@code JAVA_HOME_21_X64} and the like. */
  private static final Pattern VARIABLE = Pattern.compile("(?:JAVA|JDK|GRAALVM)(?:_.*)?");

  /** Folders of JDKs: each entry of them may be one, or hold one where macOS puts it. */
  private static final List<String> SYSTEM =
      List.of(
          "/usr/lib/jvm",
          "/usr/java",
          "/usr/local/java",
          "/opt",
          "/opt/java",
          "/opt/jdks",
          "/Library/Java/JavaVirtualMachines",
          "/opt/homebrew/opt",
          "/usr/local/opt",
          "/home/linuxbrew/.linuxbrew/opt",
          "C:\\Program Files\\Java",
          "C:\\Program Files\\Eclipse Adoptium",
          "C:\\Program Files\\Microsoft",
          "C:\\Program Files\\Zulu");

  /** The same in the user's folder. */
  private static final List<String> USER =
      List.of(
          ".sdkman/candidates/java",
          ".jdks",
          ".jabba/jdk",
          ".gradle/jdks",
          ".asdf/installs/java",
          ".local/share/mise/installs/java",
          "Library/Java/JavaVirtualMachines");

  /** Where in an entry the JDK may be. */
  private static final List<String> INSIDE =
      List.of("", "Contents/Home", "libexec", "libexec/openjdk.jdk/Contents/Home");

  private JdkFolders() {}

  /**
   * All of them.
   *
   * @param environment the variables of the process
   * @param user the user's folder
   */
  public static List<Path> all(Map<String, String> environment, Path user) {
    List<Path> parents = new ArrayList<>();
    SYSTEM.forEach(folder -> parents.add(Path.of(folder)));
    USER.forEach(folder -> parents.add(user.resolve(folder)));
    return all(environment, parents);
  }

  static List<Path> all(Map<String, String> environment, List<Path> parents) {
    Set<Path> homes = new LinkedHashSet<>();
    environment.forEach(
        (name, value) -> {
          if (VARIABLE.matcher(name).matches() && !value.isBlank() && value.indexOf('\0') < 0) {
            addPath(homes, value);
          }
        });
    for (Path parent : parents) {
      for (Path entry : entries(parent)) {
        INSIDE.forEach(inside -> homes.add(entry.resolve(inside)));
      }
    }
    return List.copyOf(homes);
  }

  private static void addPath(Set<Path> homes, String value) {
    try {
      homes.add(Path.of(value));
    } catch (InvalidPathException e) {
      // a variable of such a name that is no folder
    }
  }

  private static List<Path> entries(Path parent) {
    List<Path> entries = new ArrayList<>();
    if (Files.isDirectory(parent)) {
      try (DirectoryStream<Path> found = Files.newDirectoryStream(parent)) {
        found.forEach(entries::add);
      } catch (IOException | DirectoryIteratorException e) {
        entries.clear(); // a folder that may not be read has none for us
      }
    }
    return entries;
  }
}
