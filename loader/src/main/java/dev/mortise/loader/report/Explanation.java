package dev.mortise.loader.report;

import dev.mortise.loader.model.DecodedComponent;
import dev.mortise.runtime.error.Diagnostic;
import dev.mortise.runtime.error.MortiseException;
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

  /**
   * One finding with all that explains it.
   *
   * @param diagnostic the finding itself
   * @param path the way to its place, outside in
   * @param link where the rule can be read, if the finding names one
   */
  public record Finding(Diagnostic diagnostic, List<Step> path, @Nullable String link) {
    /** A copy of the list is kept. */
    public Finding {
      path = List.copyOf(path);
    }
  }

  /**
   * One step of the way to a finding.
   *
   * @param offset where it begins in the file, or {@link Diagnostic#NO_OFFSET}
   */
  public record Step(String label, long offset) {}

  /** The name of the file. */
  public String file() {
    return file;
  }

  /** The findings for programs; none when nothing is wrong with the file. */
  public List<Finding> findings() {
    return findings.stream().map(this::explained).toList();
  }

  private Finding explained(Diagnostic finding) {
    String spec = finding.spec();
    return new Finding(
        finding, PathTree.of(finding, component), spec == null ? null : SpecLink.of(spec));
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
    return new TextReport(painter).write(file, findings());
  }
}
