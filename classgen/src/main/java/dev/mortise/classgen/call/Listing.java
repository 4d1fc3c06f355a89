package dev.mortise.classgen.call;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.ClassVisitor;

/**
 * The text that the line numbers of a class point into: what its code does, a line for each step,
 * written as the code is. Stack traces of generated code name the file and the line.
 */
final class Listing {
  private static final String INDENT = "  ";

  private final String file;
  private final List<String> lines = new ArrayList<>();
  private int depth;

  /**
   * A text without lines.
   *
   * @param name the name in WIT of what is written
   * @param kind what is made of it, such as {@code lift}
   */
  Listing(String name, String kind) {
    file = name.replaceAll("\\[.*]", "").replaceAll("[^A-Za-z0-9.-]", "-") + "." + kind;
  }

  /** Names the text in the class. */
  void describe(ClassVisitor writer) {
    writer.visitSource(file, null);
  }

  /**
   * Adds a line.
   *
   * @return its number
   */
  int add(String line) {
    lines.add(INDENT.repeat(depth) + line);
    return lines.size();
  }

  /** Begins the parts of the last line. */
  void indent() {
    depth++;
  }

  /** Ends what {@link #indent} began. */
  void outdent() {
    depth--;
  }

  /** The text until now. */
  GeneratedUnit.Source source() {
    return new GeneratedUnit.Source(file, String.join("\n", lines) + "\n");
  }
}
