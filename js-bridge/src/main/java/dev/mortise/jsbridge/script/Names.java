package dev.mortise.jsbridge.script;

import dev.mortise.jsbridge.shape.JsShape.Function;
import org.jspecify.annotations.Nullable;

/** What messages call functions. */
final class Names {
  private Names() {}

  /** {@code greet-person}, {@code counter.add}, {@code new counter}. */
  static String of(Function function) {
    String wit = function.wit();
    return wit.startsWith("[constructor]")
        ? "new " + wit.substring("[constructor]".length())
        : wit.substring(wit.indexOf(']') + 1);
  }

  /**
   * {@code import docs:clock/now@1.0.0#hour}.
   *
   * @param owner the interface, or null for a function that is imported by itself
   */
  static String ofImport(@Nullable String owner, Function function) {
    return "import " + (owner == null ? "" : owner + "#") + of(function);
  }
}
