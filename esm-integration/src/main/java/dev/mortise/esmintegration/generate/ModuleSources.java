package dev.mortise.esmintegration.generate;

import dev.mortise.jsbridge.shape.JsShape;
import dev.mortise.jsbridge.shape.JsShape.Item;
import dev.mortise.jsbridge.shape.JsShape.Namespace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Writes the modules that stand for components. All names are string literals, so that any name a
 * component may have can be exported, and no text of a component becomes code.
 */
public final class ModuleSources {
  private ModuleSources() {}

  /**
   * A component: imports what supplies it, makes its instance, and exports what that has.
   *
   * @param bridge the specifier of the bridge
   * @param id by which the bridge knows the component
   * @param suppliers the specifiers of the modules that supply its imports
   */
  public static String component(String bridge, String id, List<String> suppliers, JsShape shape) {
    StringBuilder text = new StringBuilder();
    text.append("import { instantiate, freeze } from ").append(JsText.literal(bridge));
    text.append(";\n");
    for (int i = 0; i < suppliers.size(); i++) {
      text.append("import * as i").append(i).append(" from ");
      text.append(JsText.literal(suppliers.get(i))).append(";\n");
    }
    text.append("const x = instantiate(").append(JsText.literal(id));
    for (int i = 0; i < suppliers.size(); i++) {
      text.append(", i").append(i);
    }
    text.append(");\n");
    Map<String, String> names = new LinkedHashMap<>();
    exports(shape).forEach((name, key) -> names.put(name, member("x", key)));
    return text.append(constants(names, null)).toString();
  }

  /**
   * One interface of a component, as a module of its own. When modules wait for one another it may
   * be evaluated before the component is; then the bridge says why.
   *
   * @param bridge the specifier of the bridge
   * @param id by which the bridge knows the component
   * @param component the specifier of the component
   */
  public static String namespace(String bridge, String id, String component, Namespace namespace) {
    Map<String, String> names = new LinkedHashMap<>();
    namespace.classes().forEach(c -> names.put(c.js(), member("n", c.js())));
    namespace.functions().forEach(f -> names.put(f.js(), member("n", f.js())));
    return """
    import { tooEarly } from %s;
    import { %s as o } from %s;
    let n;
    try { n = o; } catch { tooEarly(%s); }
    %s\
    """
        .formatted(
            JsText.literal(bridge),
            JsText.literal(namespace.wit()),
            JsText.literal(component),
            JsText.literal(id),
            constants(names, "n"));
  }

  /** A module under another name. */
  public static String alias(String module, boolean hasDefault) {
    String from = " from " + JsText.literal(module) + ";\n";
    return "export *" + from + (hasDefault ? "export { default }" + from : "");
  }

  /**
   * What a module exports for a component: each name, and that of the instance's export which it
   * means. An interface has its full name, and its short name unless another export has that too.
   */
  public static Map<String, String> exports(JsShape shape) {
    Map<String, String> names = new LinkedHashMap<>();
    Map<String, @Nullable String> shortNames = new LinkedHashMap<>();
    for (Item item : shape.exports()) {
      if (item instanceof Namespace) {
        shortNames.merge(item.js(), item.wit(), (one, other) -> "");
        names.put(item.wit(), item.wit());
      } else {
        names.put(item.js(), item.js());
      }
    }
    shortNames.forEach(
        (name, wit) -> {
          if (!Objects.requireNonNull(wit).isEmpty()) {
            names.putIfAbsent(name, wit);
          }
        });
    return names;
  }

  private static String member(String object, String name) {
    return object + "[" + JsText.literal(name) + "]";
  }

  /**
   * Exports of expressions, and a default export unless one of them has that name.
   *
   * @param whole the expression of the default export; without, an object of all exports
   */
  private static String constants(Map<String, String> names, @Nullable String whole) {
    StringBuilder text = new StringBuilder();
    List<String> exports = new ArrayList<>();
    StringBuilder all = new StringBuilder("{ __proto__: null");
    int next = 0;
    for (Map.Entry<String, String> entry : names.entrySet()) {
      String constant = "e" + next++;
      String name = JsText.literal(entry.getKey());
      text.append("const ").append(constant).append(" = ").append(entry.getValue()).append(";\n");
      exports.add(constant + " as " + name);
      all.append(", [").append(name).append("]: ").append(constant);
    }
    if (!names.containsKey("default")) {
      String value = whole == null ? "freeze(" + all + " })" : whole;
      text.append("const d = ").append(value).append(";\n");
      exports.add("d as default");
    }
    return text.append("export { ").append(String.join(", ", exports)).append(" };\n").toString();
  }
}
