package dev.mortise.runtime.error;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One finding: what is wrong, where, what was expected, what was found, why it matters and what to
 * do.
 *
 * <p>{@link #message()} renders {@code [code] where: expected X, found Y; why (at offset 0x1a4,
 * path)}; parts that are absent are left out. The hint is a sentence of its own after it. A finding
 * about a text has the text's line under it, with carets.
 *
 * @param code a stable kebab-case code, such as {@code index-out-of-bounds}
 * @param where the construct that is wrong, such as {@code canon lift}
 * @param expected what the rule asks for, or null
 * @param found what is there, or null
 * @param why the rule or the cause in words, or null
 * @param hint what to do, only where it is certain, or null
 * @param spec the section of the specification that sets the rule, such as {@code
 *     Binary.md#alias-definitions}, or null
 * @param offset the absolute byte offset in the file, or {@link #NO_OFFSET}
 * @param path the way from the outermost component to the failing node, outside in
 * @param excerpt the place in a text, for findings about text, or null
 */
public record Diagnostic(
    String code,
    String where,
    @Nullable String expected,
    @Nullable String found,
    @Nullable String why,
    @Nullable String hint,
    @Nullable String spec,
    long offset,
    List<String> path,
    @Nullable SourceExcerpt excerpt) {

  /** The offset of a finding that has no place in a file. */
  public static final long NO_OFFSET = -1;

  public Diagnostic {
    path = List.copyOf(path);
  }

  /** A finding without a place in a text. */
  public Diagnostic(
      String code,
      String where,
      @Nullable String expected,
      @Nullable String found,
      @Nullable String why,
      @Nullable String hint,
      @Nullable String spec,
      long offset,
      List<String> path) {
    this(code, where, expected, found, why, hint, spec, offset, path, null);
  }

  /**
   * A finding with a code and a place in words; the rest is added with the {@code with} methods.
   */
  public static Diagnostic of(String code, String where) {
    return new Diagnostic(code, where, null, null, null, null, null, NO_OFFSET, List.of(), null);
  }

  /** This finding with what was expected and what was found. */
  public Diagnostic expecting(String expected, String found) {
    return new Diagnostic(code, where, expected, found, why, hint, spec, offset, path, excerpt);
  }

  /** This finding with the rule or cause in words. */
  public Diagnostic because(String why) {
    return new Diagnostic(code, where, expected, found, why, hint, spec, offset, path, excerpt);
  }

  /** This finding with what to do about it. */
  public Diagnostic withHint(@Nullable String hint) {
    return new Diagnostic(code, where, expected, found, why, hint, spec, offset, path, excerpt);
  }

  /** This finding with the section of the specification that sets the rule. */
  public Diagnostic withSpec(@Nullable String spec) {
    return new Diagnostic(code, where, expected, found, why, hint, spec, offset, path, excerpt);
  }

  /** This finding at a byte offset of the file. */
  public Diagnostic at(long offset) {
    return new Diagnostic(code, where, expected, found, why, hint, spec, offset, path, excerpt);
  }

  /** This finding at a place in a text. */
  public Diagnostic at(SourceExcerpt excerpt) {
    return new Diagnostic(code, where, expected, found, why, hint, spec, offset, path, excerpt);
  }

  /** This finding of something that lies in a file or the like, which is named before the place. */
  public Diagnostic inside(String outer) {
    return new Diagnostic(
        code, outer + ": " + where, expected, found, why, hint, spec, offset, path, excerpt);
  }

  /** This finding with the way to its place, outside in. */
  public Diagnostic in(List<String> path) {
    return new Diagnostic(code, where, expected, found, why, hint, spec, offset, path, excerpt);
  }

  /**
   * The finding as one sentence (two when it has a hint). Names in it come from a file, so that
   * characters in them which would steer a terminal, or end the line, are escaped; only a hint may
   * have several lines.
   */
  public String message() {
    StringBuilder text = new StringBuilder("[").append(code).append("] ");
    text.append(Printable.line(where));
    String separator = ": ";
    if (expected != null) {
      text.append(separator).append("expected ").append(Printable.line(expected));
      if (found != null) {
        text.append(", found ").append(Printable.line(found));
      }
      separator = "; ";
    } else if (found != null) {
      text.append(separator).append("found ").append(Printable.line(found));
      separator = "; ";
    }
    if (why != null) {
      text.append(separator).append(Printable.line(why));
    }
    appendPlace(text);
    if (excerpt != null) {
      text.append(" (").append(Printable.line(excerpt.place())).append(")\n");
      text.append(excerpt.picture());
      return hint == null
          ? text.toString()
          : text.append('\n').append(Printable.lines(hint)).toString();
    }
    if (hint != null) {
      text.append(hint.indexOf('\n') < 0 ? ". " : "\n").append(Printable.lines(hint));
    }
    return text.toString();
  }

  private void appendPlace(StringBuilder text) {
    if (offset == NO_OFFSET && path.isEmpty()) {
      return;
    }
    text.append(" (");
    if (offset != NO_OFFSET) {
      text.append("at offset 0x").append(Long.toHexString(offset));
      if (!path.isEmpty()) {
        text.append(", ");
      }
    }
    text.append(Printable.line(String.join(" > ", path))).append(')');
  }
}
