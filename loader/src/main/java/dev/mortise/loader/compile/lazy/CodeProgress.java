package dev.mortise.loader.compile.lazy;

/** Who wants to know how far the work on code has come, such as a command on a terminal. */
@FunctionalInterface
public interface CodeProgress {
  /** Nobody. */
  CodeProgress NONE = (work, done, all) -> {};

  /** What takes long. */
  enum Work {
    /** The bodies of functions are validated, which a cache saves. */
    CHECK,
    /** Functions are compiled ahead of their first call. */
    COMPILE
  }

  /** A part is done; may be called by several threads at once. */
  void done(Work work, int done, int all);
}
