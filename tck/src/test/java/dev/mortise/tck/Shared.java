package dev.mortise.tck;

import java.nio.file.Path;

/** What lies beside the project. */
public final class Shared {
  private Shared() {}

  /** A folder of {@code ../shared}, seen from the project's root; it need not exist. */
  public static Path folder(String name) {
    return Path.of("../../shared").resolve(name).normalize();
  }
}
