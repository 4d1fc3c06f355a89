package dev.mortise.loader.wit.syntax;

import dev.mortise.loader.wit.source.WitSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text.
 *
 * @param declaration its {@code package …;}, or null
 * @param items what belongs to that package
 * @param nested the packages that stand inside as {@code package … { … }}
 */
public record WitFile(
    WitSource source,
    @Nullable PackageDeclaration declaration,
    List<TopItem> items,
    List<NestedPackage> nested) {
  public WitFile {
    items = List.copyOf(items);
    nested = List.copyOf(nested);
  }

  /** {@code package … { … }}. */
  public record NestedPackage(PackageDeclaration declaration, List<TopItem> items) {
    public NestedPackage {
      items = List.copyOf(items);
    }
  }
}
