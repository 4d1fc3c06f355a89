package dev.mortise.tck.script;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The file that a command names.
 *
 * @param kind what the file is said to be
 * @param file where it is
 * @param skip why there is no such file: the original is a text that cannot be encoded
 * @param usesCancellable whether it has the immediate {@code cancellable}, which the specification
 *     has removed
 */
public record Binary(Kind kind, Path file, @Nullable String skip, boolean usesCancellable) {
  /** What a file holds. */
  public enum Kind {
    /** A component. */
    COMPONENT,
    /** A core module. */
    MODULE
  }
}
