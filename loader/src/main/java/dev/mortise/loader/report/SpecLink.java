package dev.mortise.loader.report;

/** Where a section of the specification can be read. */
final class SpecLink {
  private static final String COMPONENT_MODEL =
      "https://github.com/WebAssembly/component-model/blob/main/design/mvp/";
  private static final String CORE = "https://webassembly.github.io/spec/core/";
  private static final String CORE_PREFIX = "core:";

  private SpecLink() {}

  /** The address of a section such as {@code Binary.md#alias-definitions}. */
  static String of(String spec) {
    return spec.startsWith(CORE_PREFIX)
        ? CORE + spec.substring(CORE_PREFIX.length())
        : COMPONENT_MODEL + spec;
  }

  /** The section in words, such as {@code Binary.md, alias definitions}. */
  static String title(String spec) {
    int hash = spec.indexOf('#');
    String document = hash < 0 ? spec : spec.substring(0, hash);
    if (document.startsWith(CORE_PREFIX)) {
      document = "the core specification, " + document.substring(CORE_PREFIX.length());
    }
    return hash < 0
        ? document
        : document + ", " + spec.substring(hash + 1).replace('-', ' ').strip();
  }
}
