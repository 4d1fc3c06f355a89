package dev.mortise.jdkmodulelayer.resolve;

import dev.mortise.classgen.mapping.JavaModel;

/**
 * One import of a component, and who supplies it.
 *
 * @param importer the component's module
 * @param wanted the import
 * @param provider who supplies it
 */
public record Wire(String importer, JavaModel.Import wanted, Provider provider) {
  /** What is imported, by its name in WIT. */
  public String what() {
    return what(wanted);
  }

  static String what(JavaModel.Import wanted) {
    return wanted.wit().isEmpty() ? "the functions of its world" : wanted.wit();
  }
}
