package dev.mortise.loader.report;

import dev.mortise.loader.error.Diagnostic;
import dev.mortise.loader.error.MortiseException;
import dev.mortise.loader.model.DecodedComponent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All findings about one file, each with the way to its place, both sides, the cause, what to do
 * and the section of the specification that sets the rule.
 *
 * <pre>{@code
 * 1. [type-mismatch] instance
 *    0x00  component
 *    0x3c  └─ instance
 *             └─ import "clock"
 *    expected  an export `now`
 *    found     none
 *    rule      Explainer.md, type checking
 *              https://github.com/WebAssembly/component-model/blob/main/design/mvp/…
 * }</pre>
 */
public final class Explanation {
  private final String file;
  private final List<Diagnostic> findings;
  private final @Nullable DecodedComponent component;

  private Explanation(
      String file, List<Diagnostic> findings, @Nullable DecodedComponent component) {
    this.file = file;
    this.findings = List.copyOf(findings);
    this.component = component;
  }

  /** The findings of an exception about a file. */
  public static Explanation of(String file, MortiseException exception) {
    return of(file, exception.diagnostics());
  }

  /** Findings about a file; none when nothing is wrong with it. */
  public static Explanation of(String file, List<Diagnostic> findings) {
    return new Explanation(file, findings, null);
  }

  /** These findings in a component that could be decoded, whose nodes have offsets. */
  public Explanation in(DecodedComponent component) {
    return new Explanation(file, findings, component);
  }

  /** What a piece of {@link #text(Painter)} is. */
  public enum Part {
    /** The name of the file. */
    FILE,
    /** That it is valid. */
    VALID,
    /** How many findings there are. */
    COUNT,
    /** The code of a finding, in brackets. */
    CODE,
    /** The construct that is wrong. */
    WHERE,
    /** The offset of a step, and the lines of the tree. */
    OFFSET,
    /** What a line is about, such as {@code expected}. */
    LABEL,
    /** What the rule asks for. */
    EXPECTED,
    /** What is there instead. */
    FOUND,
    /** What to do. */
    HINT,
    /** The address of the rule. */
    LINK,
    /** All else. */
    PLAIN
  }

  /** Gives pieces of a text their colours. */
  @FunctionalInterface
  public interface Painter {
    /** The text with what makes it look like its part; the text itself is safe to show. */
    String paint(Part part, String text);
  }

  /** The findings for people: a paragraph each. */
  public String text() {
    return text((part, text) -> text);
  }

  /** As {@link #text()}, in colours. */
  public String text(Painter painter) {
    return new TextReport(component, painter).write(file, findings);
  }

  /**
   * The findings for programs: one object with {@code file}, {@code valid} and {@code findings}, of
   * which each has {@code code}, {@code where}, {@code path}, {@code message}, and what else it has
   * of {@code offset}, {@code expected}, {@code found}, {@code why}, {@code hint}, {@code spec} and
   * {@code link}. The members are those of {@link Diagnostic}; a later version may add some.
   */
  public String json() {
    return new JsonReport(component).write(file, findings);
  }
}
