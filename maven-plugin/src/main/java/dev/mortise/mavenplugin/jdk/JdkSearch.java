package dev.mortise.mavenplugin.jdk;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the Java that runs the command: the one that was asked for, else the project's toolchain,
 * else Maven's own, else the newest of those that are installed. One that is too old is passed
 * over, unless it was asked for.
 *
 * @param chosen the folder that was asked for, or null
 * @param toolchain the folder of the project's toolchain, or null
 * @param maven the folder of the Java that runs Maven
 * @param installed folders where others may be
 */
public record JdkSearch(
    @Nullable Path chosen, @Nullable Path toolchain, Path maven, List<Path> installed) {

  /** The oldest feature release that will do. */
  public static final int NEEDED = 21;

  public JdkSearch {
    installed = List.copyOf(installed);
  }

  /**
   * The Java to use.
   *
   * @throws NoJdkException when none is new enough
   */
  public Jdk find() throws NoJdkException {
    if (chosen != null) {
      Optional<Jdk> found = Jdk.in(chosen);
      if (found.filter(JdkSearch::isNewEnough).isPresent()) {
        return found.get();
      }
      throw new NoJdkException(
          "mortise.jdk: expected the folder of a JDK "
              + NEEDED
              + " or newer, found "
              + found.map(jdk -> "Java " + jdk.feature()).orElse("no JDK")
              + " in "
              + chosen
              + ". Name another folder, or leave the setting out to have one looked for.");
    }
    if (toolchain != null) {
      Optional<Jdk> found = Jdk.in(toolchain).filter(JdkSearch::isNewEnough);
      if (found.isPresent()) {
        return found.get();
      }
    }
    Optional<Jdk> own = Jdk.in(maven);
    return own.filter(JdkSearch::isNewEnough)
        .or(this::newest)
        .orElseThrow(() -> new NoJdkException(message(own)));
  }

  private Optional<Jdk> newest() {
    return installed.stream()
        .flatMap(home -> Jdk.in(home).stream())
        .filter(JdkSearch::isNewEnough)
        .max(Comparator.comparingInt(Jdk::feature));
  }

  private static boolean isNewEnough(Jdk jdk) {
    return jdk.feature() >= NEEDED;
  }

  private String message(Optional<Jdk> own) {
    return "Mortise needs a JDK "
        + NEEDED
        + " or newer: Maven runs on "
        + own.map(jdk -> "Java " + jdk.feature()).orElse("another Java")
        + " ("
        + maven
        + "), and no newer one was found. Install one (Temurin, say), or name the folder of one in"
        + " ~/.m2/toolchains.xml, in JAVA_HOME, or by -Dmortise.jdk=FOLDER.";
  }
}
