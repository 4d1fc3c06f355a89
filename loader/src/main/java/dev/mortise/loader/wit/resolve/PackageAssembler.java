package dev.mortise.loader.wit.resolve;

import dev.mortise.loader.wit.WitPackage;
import dev.mortise.loader.wit.build.PackageSyntax;
import dev.mortise.loader.wit.source.Span;
import dev.mortise.loader.wit.source.WitProblems;
import dev.mortise.loader.wit.source.WitRule;
import dev.mortise.loader.wit.syntax.PackageDeclaration;
import dev.mortise.loader.wit.syntax.TopItem;
import dev.mortise.loader.wit.syntax.WitFile;
import dev.mortise.runtime.error.Diagnostic;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts the files of packages together (WIT.md, "Package Names", "Filesystem structure"). */
final class PackageAssembler {
  private final WitProblems problems;
  private final Map<WitPackage.Name, PackageSyntax> packages = new LinkedHashMap<>();

  PackageAssembler(WitProblems problems) {
    this.problems = problems;
  }

  /** The packages so far, in the order in which they came. */
  Map<WitPackage.Name, PackageSyntax> packages() {
    return packages;
  }

  /**
   * Adds the package that some files are, and the packages nested in them.
   *
   * @param place what the files are called together, such as their folder
   * @return the package's name, or null when it has none
   */
  WitPackage.@Nullable Name add(String place, List<WitFile> files) {
    PackageDeclaration named = null;
    List<List<TopItem>> items = new ArrayList<>();
    for (WitFile file : files) {
      PackageDeclaration declaration = file.declaration();
      if (declaration != null) {
        if (named == null) {
          named = declaration;
        } else if (!named.name().equals(declaration.name())) {
          problems.add(
              declaration.span(),
              WitProblems.at(WitRule.PACKAGE_MISMATCH, declaration.span(), "package")
                  .expecting("`" + named.name() + "`", "`" + declaration.name() + "`")
                  .because("the files of a folder are one package, as " + named.span() + " says"));
        } else if (named.docs() == null) {
          named = declaration;
        }
      }
      items.add(file.items());
    }
    if (named != null) {
      add(new PackageSyntax(named.name(), named.docs(), named.span(), items));
    } else {
      Diagnostic finding =
          WitProblems.of(WitRule.MISSING_PACKAGE, place)
              .expecting("a declaration such as `package my:package;`", "none")
              .because(
                  files.size() == 1
                      ? "a file begins with the name of its package"
                      : "at least one file of a folder says which package it is");
      problems.add(files.isEmpty() ? null : startOf(files.getFirst()), finding);
    }
    for (WitFile file : files) {
      for (WitFile.NestedPackage nested : file.nested()) {
        PackageDeclaration declaration = nested.declaration();
        add(
            new PackageSyntax(
                declaration.name(),
                declaration.docs(),
                declaration.span(),
                List.of(nested.items())));
      }
    }
    return named == null ? null : named.name();
  }

  private static Span startOf(WitFile file) {
    return new Span(file.source(), 0, 0);
  }

  /** Adds a package; the same one may come more than once. */
  private void add(PackageSyntax added) {
    PackageSyntax known = packages.putIfAbsent(added.name(), added);
    if (known != null && !known.items().equals(added.items())) {
      problems.add(
          added.span(),
          WitProblems.at(WitRule.DUPLICATE_PACKAGE, added.span(), "package `" + added.name() + "`")
              .expecting("the same content as at " + known.span(), "another")
              .because("a package that comes twice is the same both times"));
    }
  }
}
