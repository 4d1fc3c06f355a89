package dev.mortise.esmintegration.load;

import dev.mortise.runtime.Imports;
import dev.mortise.runtime.link.InterfaceVersions;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What Java supplies by types, made when a component first asks for it. Safe for all threads. */
public final class HostImports {
  private final Supplier<Imports> source;
  private @Nullable Imports made;

  /**
   * Imports.
   *
   * @param source asked once at most, unless it throws
   */
  public HostImports(Supplier<Imports> source) {
    this.source = source;
  }

  /** All of them. */
  synchronized Imports all() {
    Imports known = made;
    if (known == null) {
      known = source.get();
      made = known;
    }
    return known;
  }

  /** Whether an import of a name is among them, or one of a compatible version. */
  public boolean has(String name) {
    return InterfaceVersions.find(name, all().items()) != null;
  }
}
