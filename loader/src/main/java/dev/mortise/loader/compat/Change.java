package dev.mortise.loader.compat;

import dev.mortise.runtime.error.Diagnostic;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One difference between two versions of a component.
 *
 * @param kind what has happened
 * @param path where, outside in: {@code import docs:greeter/clock@1.0.0}, {@code func hour}
 * @param before what stood there, as WIT, or null when there was nothing
 * @param after what stands there now, as WIT, or null when there is nothing
 */
public record Change(
    Kind kind, List<String> path, @Nullable String before, @Nullable String after) {

  /** What can happen, from the point of view of a host that calls the exports. */
  public enum Kind {
    NEW_IMPORT(
        "new-import", true, "the host has to supply it, or the component cannot be instantiated"),
    REMOVED_IMPORT("removed-import", false, "the host may still supply it"),
    REMOVED_EXPORT("removed-export", true, "code that uses it has nothing to call"),
    NEW_EXPORT("new-export", false, "nobody has to use it"),
    NEW_TYPE("new-type", false, "nobody has to use it"),
    CHANGED_VERSION("changed-version", false, "both are of one version track"),
    CHANGED_SIGNATURE(
        "changed-signature", true, "code that was compiled against the one does not fit the other"),
    CHANGED_TYPE("changed-type", true, "a value type has no subtypes, and no other version");

    private final String code;
    private final boolean breaking;
    private final String why;

    Kind(String code, boolean breaking, String why) {
      this.code = code;
      this.breaking = breaking;
      this.why = why;
    }

    /** The stable name, such as {@code new-import}. */
    public String code() {
      return code;
    }

    /** Whether the host's code has to change. */
    public boolean breaking() {
      return breaking;
    }

    /** What it means, in words. */
    public String why() {
      return why;
    }
  }

  public Change {
    path = List.copyOf(path);
  }

  /** Whether the host's code has to change. */
  public boolean breaking() {
    return kind.breaking();
  }

  /** The place in one line. */
  public String where() {
    return String.join(" > ", path);
  }

  /** The change as a finding: what was there is expected. */
  public Diagnostic diagnostic() {
    String found = after == null ? "nothing" : after;
    String expected = before == null && breaking() ? "nothing" : before;
    return new Diagnostic(
        kind.code(),
        where(),
        expected,
        found,
        kind.why(),
        null,
        null,
        Diagnostic.NO_OFFSET,
        List.of());
  }
}
