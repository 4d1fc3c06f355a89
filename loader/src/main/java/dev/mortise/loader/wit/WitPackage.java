package dev.mortise.loader.wit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A package: a name with interfaces and worlds. */
public record WitPackage(Name name, List<WitInterface> interfaces, List<WitWorld> worlds) {

  /**
   * The name of a package.
   *
   * @param name namespace and package, such as {@code wasi:io}
   * @param version the version, or null
   */
  public record Name(String name, @Nullable String version) {
    /** The name in WIT, such as {@code wasi:io@0.2.0}. */
    @Override
    public String toString() {
      return version == null ? name : name + "@" + version;
    }
  }

  public WitPackage {
    interfaces = List.copyOf(interfaces);
    worlds = List.copyOf(worlds);
  }
}
