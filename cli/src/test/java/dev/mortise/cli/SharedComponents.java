package dev.mortise.cli;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Components made with public toolchains, which are too large for this repository. */
final class SharedComponents {
  private static final Path FOLDER = Path.of("..", "..", "shared", "components");

  private SharedComponents() {}

  /** A component; the test is skipped where it is not there. */
  static String path(String name) {
    Path file = FOLDER.resolve(name);
    assumeTrue(
        Files.isRegularFile(file),
        () -> file + ", seen from the folder cli, is not there: nothing to test with");
    return file.toString();
  }
}
