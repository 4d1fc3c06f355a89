package dev.mortise.esmintegration.types;

import dev.mortise.jsbridge.shape.JsNames;
import dev.mortise.loader.wit.WitFunction;
import dev.mortise.loader.wit.WitTypeDef;
import dev.mortise.loader.wit.WitTypeRef;
import dev.mortise.loader.wit.docs.Docs;
import java.util.ArrayList;
import java.util.List;

/** Writes functions and classes. */
final class Functions {
  private final Scope scope;
  private final Docs docs;
  private final String owner;

  /**
   * A writer.
   *
   * @param owner the interface or world, as the documentation knows it
   */
  Functions(Scope scope, Docs docs, String owner) {
    this.scope = scope;
    this.docs = docs;
    this.owner = owner;
  }

  /**
   * A function of a module.
   *
   * @param item its name in the documentation
   */
  String function(WitFunction function, String item) {
    String name = JsNames.member(function.name());
    String comment = TsDoc.comment(TsDoc.lines(docs, owner, item, ""), "");
    if (JsNames.isReserved(name)) {
      return comment
          + "declare function _"
          + name
          + signature(function)
          + ";\n"
          + "export { _"
          + name
          + " as "
          + name
          + " };\n";
    }
    return comment + "export function " + name + signature(function) + ";\n";
  }

  /** A resource. */
  String resource(WitTypeDef.ResourceDef resource) {
    String name = JsNames.type(resource.name());
    StringBuilder text =
        new StringBuilder(TsDoc.comment(TsDoc.lines(docs, owner, resource.name(), ""), ""));
    text.append("export class ").append(name).append(" {\n");
    boolean constructible =
        resource.functions().stream().anyMatch(f -> f.kind() == WitFunction.Kind.CONSTRUCTOR);
    if (!constructible) {
      text.append("  /** Only the component makes them. */\n  private constructor();\n");
    }
    for (WitFunction function : resource.functions()) {
      String item = item(function, resource.name());
      text.append(TsDoc.comment(TsDoc.lines(docs, owner, item, ""), "  ")).append("  ");
      String member = TsNames.property(JsNames.member(function.name()));
      text.append(
          switch (function.kind()) {
            case CONSTRUCTOR -> "constructor" + parameters(function);
            case METHOD, FREESTANDING -> member + signature(function);
            case STATIC -> "static " + member + signature(function);
          });
      text.append(";\n");
    }
    return text.append("  /** Drops the handle; what it stands for cannot be used any more. */\n")
        .append("  [Symbol.dispose](): void;\n}\n")
        .toString();
  }

  private static String item(WitFunction function, String resource) {
    return switch (function.kind()) {
      case CONSTRUCTOR -> "[constructor]" + resource;
      case METHOD -> "[method]" + resource + "." + function.name();
      case STATIC -> "[static]" + resource + "." + function.name();
      case FREESTANDING -> function.name();
    };
  }

  private String signature(WitFunction function) {
    // The error of a result is thrown.
    String result =
        function.result() instanceof WitTypeRef.Result r
            ? scope.type(r.ok())
            : scope.type(function.result());
    return parameters(function) + ": " + (function.async() ? scope.promise(result) : result);
  }

  private String parameters(WitFunction function) {
    List<String> parameters = new ArrayList<>();
    for (WitFunction.Param parameter : function.params()) {
      parameters.add(TsNames.parameter(parameter.label()) + ": " + scope.type(parameter.type()));
    }
    return "(" + String.join(", ", parameters) + ")";
  }
}
