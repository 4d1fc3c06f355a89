package dev.mortise.loader.wit;

import java.util.List;

/**
 * WIT text as a tree: a package and the packages that it names, which stand nested in the same
 * text. Types are references by name here, as they are in text.
 *
 * @param main the package that the text is about
 * @param dependencies the packages whose interfaces it uses
 */
public record WitDocument(WitPackage main, List<WitPackage> dependencies) {
  public WitDocument {
    dependencies = List.copyOf(dependencies);
  }

  /** The text, as {@link WitPrinter} prints it. */
  @Override
  public String toString() {
    return WitPrinter.print(this);
  }
}
