package dev.mortise.runtime.name;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An extern name by its parts ({@code externname}). */
public sealed interface ParsedName {
  /** The name as written. */
  String text();

  /** The form whose equality means that two names are not strongly-unique ("Name Uniqueness"). */
  default String canonical() {
    return text().toLowerCase(Locale.ROOT);
  }

  /** A plain label. */
  record Plain(String text) implements ParsedName {}

  /** {@code [constructor]resource}. */
  record Constructor(String text, String resource) implements ParsedName {}

  /** {@code [method]resource.label} or {@code [static]resource.label}. */
  record Member(String text, boolean isStatic, String resource, String label)
      implements ParsedName {
    @Override
    public String canonical() {
      String name = (resource.equals(label) ? label : resource + "." + label);
      return name.toLowerCase(Locale.ROOT);
    }
  }

  /**
   * {@code namespace:package/interface@version}.
   *
   * @param packageName namespace and package, such as {@code wasi:io}
   * @param interfaceName what follows the slash, such as {@code streams}
   * @param version the version as written after {@code @}, or null
   */
  record Interface(String text, String packageName, String interfaceName, @Nullable String version)
      implements ParsedName {}

  /** {@code url=<…>}, {@code locked-dep=<…>}, {@code unlocked-dep=<…>} or {@code integrity=<…>}. */
  record Located(String text) implements ParsedName {
    @Override
    public String canonical() {
      return text;
    }
  }
}
