package dev.mortise.loader.wit.build;

import dev.mortise.loader.wit.WitPackage;
import dev.mortise.loader.wit.source.Span;
import dev.mortise.loader.wit.syntax.TopItem;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A package out of one or more files.
 *
 * @param docs its documentation, or null
 * @param span where it says its name
 * @param files the items of each file, whose {@code use}s hold for that file
 */
public record PackageSyntax(
    WitPackage.Name name, @Nullable String docs, Span span, List<List<TopItem>> files) {
  public PackageSyntax {
    files = List.copyOf(files);
  }

  /** All items, whichever file they stand in: equal sets mean equal packages. */
  public Set<TopItem> items() {
    return files.stream().flatMap(List::stream).collect(Collectors.toSet());
  }
}
