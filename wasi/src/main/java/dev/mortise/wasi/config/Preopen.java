package dev.mortise.wasi.config;

import java.nio.file.Path;

/**
 * A folder of the host that a component sees, with all that is in it.
 *
 * @param host the folder
 * @param guest the name under which the component finds it, such as {@code /data}
 */
public record Preopen(Path host, String guest, Access access) {
  public Preopen {
    if (guest.isEmpty()) {
      throw new IllegalArgumentException("a folder needs a name for the component, such as /data");
    }
  }
}
