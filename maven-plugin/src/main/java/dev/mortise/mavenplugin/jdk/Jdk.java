package dev.mortise.mavenplugin.jdk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An installed Java.
 *
 * @param home its folder
 * @param feature its feature release, such as 21
 */
public record Jdk(Path home, int feature) {
  private static final Pattern VERSION =
      Pattern.compile("(?m)^JAVA_VERSION=\"(?:1\\.)?([0-9]{1,4})");

  /** The Java in a folder, if there is one that can be started. */
  public static Optional<Jdk> in(Path home) {
    if (executable(home).isEmpty()) {
      return Optional.empty();
    }
    try {
      String release = Files.readString(home.resolve("release"), StandardCharsets.UTF_8);
      Matcher version = VERSION.matcher(release);
      return version.find()
          ? Optional.of(new Jdk(home, Integer.parseInt(version.group(1))))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty(); // a folder that only looks like one
    }
  }

  private static Optional<Path> executable(Path home) {
    for (String name : new String[] {"java", "java.exe"}) {
      Path file = home.resolve("bin").resolve(name);
      if (Files.isExecutable(file)) {
        return Optional.of(file);
      }
    }
    return Optional.empty();
  }

  /** The program that starts it. */
  public Path java() {
    return executable(home)
        .orElseThrow(() -> new IllegalStateException("there is no bin/java in " + home));
  }
}
