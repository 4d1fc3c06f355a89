package dev.mortise.esmintegration.lexer;

/**
 * Rewrites a module so that each of its imports says who imports. GraalJS asks for {@code
 * docs:text/log} without that; with a prefix the name is relative to the importing module, and
 * comes with it. Only modules for which an import map has a scope need it. Lines stay as they are.
 */
public final class ScopedSource {
  /** Before a specifier that is not relative. */
  public static final String PREFIX = "./mortise-scoped/";

  /** The module whose export {@code load} is a dynamic import, done for the rewritten module. */
  public static final String LOADER = "./mortise-scoped-import";

  private static final String LOAD = "\u0275import";

  private ScopedSource() {}

  /** The module with its imports rewritten. */
  public static String rewrite(String source) {
    ModuleSyntax syntax = ModuleSyntax.of(source);
    StringBuilder text = new StringBuilder();
    int at = 0;
    int staticAt = 0;
    int dynamicAt = 0;
    while (staticAt < syntax.imports().size() || dynamicAt < syntax.dynamicImports().size()) {
      int nextStatic =
          staticAt < syntax.imports().size()
              ? syntax.imports().get(staticAt).start()
              : Integer.MAX_VALUE;
      int nextDynamic =
          dynamicAt < syntax.dynamicImports().size()
              ? syntax.dynamicImports().get(dynamicAt)
              : Integer.MAX_VALUE;
      int next = Math.min(nextStatic, nextDynamic);
      text.append(source, at, next);
      at = next;
      if (next == nextStatic) {
        text.append(prefix(syntax.imports().get(staticAt++).specifier()));
      } else {
        text.append(LOAD);
        at += "import".length();
        dynamicAt++;
      }
    }
    text.append(source, at, source.length());
    boolean loads = !syntax.dynamicImports().isEmpty();
    return loads ? withLoader(text.toString()) : text.toString();
  }

  /** The source of {@link #LOADER}. */
  public static String loader() {
    return """
    export const load = async (specifier, options) => {
      const text = `${specifier}`;
      const stays = /^(\\.{0,2}\\/|data:)/.test(text);
      return options === undefined
          ? import(stays ? text : '%s' + text)
          : import(stays ? text : '%s' + text, options);
    };
    """
        .formatted(PREFIX, PREFIX);
  }

  private static String withLoader(String text) {
    String line = "import { load as " + LOAD + " } from '" + LOADER + "';";
    if (!text.startsWith("#!")) {
      return line + text;
    }
    int end = text.indexOf('\n');
    return end < 0 ? text : text.substring(0, end + 1) + line + text.substring(end + 1);
  }

  private static String prefix(String specifier) {
    boolean stays =
        specifier.startsWith("/")
            || specifier.startsWith("./")
            || specifier.startsWith("../")
            || specifier.startsWith("data:");
    return stays ? "" : PREFIX;
  }
}
