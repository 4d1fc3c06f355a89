package dev.mortise.esmintegration.types;

import dev.mortise.jsbridge.shape.JsNames;
import dev.mortise.loader.wit.WitFunction;
import dev.mortise.loader.wit.WitInterface;
import dev.mortise.loader.wit.WitTypeDef;
import dev.mortise.loader.wit.WitUse;
import dev.mortise.loader.wit.docs.Docs;
import java.util.Map;
import java.util.function.Function;

/** Writes one interface: functions, then types, then classes, in the order of WIT. */
final class InterfaceFile {
  private InterfaceFile() {}

  /**
   * The text.
   *
   * @param title the interface's full name
   * @param owner its name in the documentation
   * @param fileOf the names of other interfaces' files, without extension
   */
  static String of(
      WitInterface body,
      String title,
      Map<WitInterface.Name, WitInterface> interfaces,
      Docs docs,
      String owner,
      Function<WitInterface.Name, String> fileOf) {
    Scope scope = new Scope(interfaces, body.types(), body.uses());
    Functions functions = new Functions(scope, docs, owner);
    TypeWriter types = new TypeWriter(scope, docs, owner);
    StringBuilder text = new StringBuilder();
    var said = TsDoc.lines(docs, owner, "", "");
    if (said.isEmpty()) {
      text.append("/** @module Interface ").append(title).append(" */\n");
    } else {
      said.addFirst("");
      said.addFirst("@module Interface " + title);
      text.append(TsDoc.comment(said, ""));
    }
    for (WitFunction function : body.functions()) {
      text.append(functions.function(function, function.name()));
    }
    text.append(uses(body.uses(), "./", fileOf));
    body.types().forEach(type -> text.append(types.type(type)));
    for (WitTypeDef type : body.types()) {
      if (type instanceof WitTypeDef.ResourceDef resource) {
        text.append(functions.resource(resource));
      }
    }
    text.append(scope.helpers());
    body.notes().forEach(note -> text.append("// ").append(note).append('\n'));
    return text.toString();
  }

  /** Types of other interfaces, imported and passed on. */
  static String uses(
      Iterable<WitUse> uses, String folder, Function<WitInterface.Name, String> fileOf) {
    StringBuilder text = new StringBuilder();
    for (WitUse use : uses) {
      String file = folder + fileOf.apply(use.from()) + ".js";
      for (WitUse.Item item : use.items()) {
        String as = JsNames.type(item.as());
        String name = JsNames.type(item.name());
        text.append("import type { ").append(name);
        text.append(name.equals(as) ? "" : " as " + as);
        text.append(" } from '").append(file).append("';\n");
        text.append("export type { ").append(as).append(" };\n");
      }
    }
    return text.toString();
  }
}
