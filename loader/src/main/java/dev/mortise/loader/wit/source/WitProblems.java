package dev.mortise.loader.wit.source;

import dev.mortise.runtime.error.Diagnostic;
import dev.mortise.runtime.error.WitException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects findings. Two of one rule at one place are one. */
public final class WitProblems {
  private record Place(String code, String where, @Nullable WitSource source, int start) {}

  private final List<Diagnostic> found = new ArrayList<>();
  private final Set<Place> places = new HashSet<>();

  /** Nothing is found yet. */
  public WitProblems() {}

  /** A finding at a place, to which the rest is added. */
  public static Diagnostic at(WitRule rule, Span span, String where) {
    return Diagnostic.of(rule.code(), where).withSpec(rule.spec()).at(span.excerpt());
  }

  /** A finding that has no place in a text. */
  public static Diagnostic of(WitRule rule, String where) {
    return Diagnostic.of(rule.code(), where).withSpec(rule.spec());
  }

  /**
   * Adds a finding.
   *
   * @param span the place, or null when it has none
   * @throws WitException with all findings, when they are as many as anybody would read
   */
  public void add(@Nullable Span span, Diagnostic finding) {
    Place place =
        new Place(
            finding.code(),
            finding.where(),
            span == null ? null : span.source(),
            span == null ? 0 : span.start());
    if (places.add(place)) {
      found.add(finding);
    }
    if (found.size() >= WitLimits.FINDINGS) {
      check();
    }
  }

  /** Adds what somebody else threw. */
  public void addAll(WitException refusal) {
    found.addAll(refusal.diagnostics());
  }

  /** Whether nothing was found. */
  public boolean isEmpty() {
    return found.isEmpty();
  }

  /**
   * Refuses when something was found.
   *
   * @throws WitException with all findings
   */
  public void check() {
    if (!found.isEmpty()) {
      throw new WitException(found);
    }
  }
}
