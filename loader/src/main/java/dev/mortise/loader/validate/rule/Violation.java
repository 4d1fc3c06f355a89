package dev.mortise.loader.validate.rule;

import dev.mortise.runtime.error.Diagnostic;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A broken rule on its way up to {@code ComponentPass}, which knows the path and makes a finding of
 * it. Those between add what they know: {@link #within} from the inside out.
 */
public final class Violation extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Rule rule;
  private final transient Deque<String> path = new ArrayDeque<>();
  private String where;
  private @Nullable String expected;
  private @Nullable String found;
  private @Nullable String why;
  private @Nullable String hint;
  private long offset = Diagnostic.NO_OFFSET;

  Violation(Rule rule, String where) {
    super(rule.code(), null, false, false);
    this.rule = rule;
    this.where = where;
  }

  /** A violation that one sentence explains. */
  public static Violation because(Rule rule, String where, String why) {
    return new Violation(rule, where).why(why);
  }

  /** A violation of which both sides are known. */
  public static Violation expected(Rule rule, String where, String expected, String found) {
    Violation violation = new Violation(rule, where);
    violation.expected = expected;
    violation.found = found;
    return violation;
  }

  /** An instance or a module lacks what it was asked to export. */
  public static Violation missingExport(String name) {
    return expected(Rule.TYPE_MISMATCH, "", "an export `" + name + "`", "none")
        .why("missing expected export `" + name + "`");
  }

  public Violation why(String why) {
    this.why = why;
    return this;
  }

  public Violation hint(String hint) {
    this.hint = hint;
    return this;
  }

  /** Names the construct, unless one further inside has. */
  public Violation in(String where) {
    if (this.where.isEmpty()) {
      this.where = where;
    }
    return this;
  }

  /** Sets the offset, unless one further inside has. */
  public Violation at(long offset) {
    if (this.offset == Diagnostic.NO_OFFSET) {
      this.offset = offset;
    }
    return this;
  }

  /** Puts a step in front of the path. */
  public Violation within(String step) {
    path.addFirst(step);
    return this;
  }

  /** The finding, with the path of the scope before its own. */
  public Diagnostic diagnostic(List<String> scope) {
    List<String> full = new ArrayList<>(scope);
    full.addAll(path);
    Diagnostic diagnostic = Diagnostic.of(rule.code(), where).withSpec(rule.spec());
    if (expected != null && found != null) {
      diagnostic = diagnostic.expecting(expected, found);
    }
    if (why != null) {
      diagnostic = diagnostic.because(why);
    }
    return diagnostic.withHint(hint).at(offset).in(full);
  }
}
