package dev.mortise.esmintegration.types;

import dev.mortise.jsbridge.shape.JsNames;
import dev.mortise.loader.wit.WitTypeDef;
import dev.mortise.loader.wit.WitTypeRef;
import dev.mortise.loader.wit.docs.Docs;
import java.util.ArrayList;
import java.util.List;

/** Writes the definitions of types that are no classes. */
final class TypeWriter {
  private final Scope scope;
  private final Docs docs;
  private final String owner;

  /**
   * A writer.
   *
   * @param owner the interface or world, as the documentation knows it
   */
  TypeWriter(Scope scope, Docs docs, String owner) {
    this.scope = scope;
    this.docs = docs;
    this.owner = owner;
  }

  /** A type; nothing for a resource. */
  String type(WitTypeDef type) {
    String name = JsNames.type(type.name());
    return switch (type) {
      case WitTypeDef.RecordDef def -> comment(def) + record(name, def);
      case WitTypeDef.VariantDef def -> comment(def) + variant(name, def);
      case WitTypeDef.EnumDef def -> enumeration(name, def);
      case WitTypeDef.FlagsDef def -> comment(def) + flags(name, def);
      case WitTypeDef.Alias def -> comment(def) + alias(name, def.type());
      case WitTypeDef.ResourceDef def -> "";
    };
  }

  private String comment(WitTypeDef type) {
    return TsDoc.comment(TsDoc.lines(docs, owner, type.name(), ""), "");
  }

  private String comment(WitTypeDef type, String member, String indent) {
    return TsDoc.comment(TsDoc.lines(docs, owner, type.name(), member), indent);
  }

  private String record(String name, WitTypeDef.RecordDef def) {
    StringBuilder text = new StringBuilder("export interface " + name + " {\n");
    for (WitTypeDef.RecordDef.Field field : def.fields()) {
      String property = TsNames.property(JsNames.member(field.label()));
      boolean optional =
          field.type() instanceof WitTypeRef.Option && scope.isPlainOption(field.type());
      String type =
          field.type() instanceof WitTypeRef.Option option && optional
              ? scope.type(option.type())
              : scope.type(field.type());
      text.append(comment(def, field.label(), "  "));
      text.append("  ").append(property).append(optional ? "?: " : ": ").append(type).append(",\n");
    }
    return text.append("}\n").toString();
  }

  private String variant(String name, WitTypeDef.VariantDef def) {
    StringBuilder cases = new StringBuilder();
    List<String> names = new ArrayList<>();
    for (WitTypeDef.VariantDef.Case option : def.cases()) {
      String caseName = scope.unused(name + JsNames.type(option.label()));
      names.add(caseName);
      cases.append(comment(def, option.label(), ""));
      cases.append("export interface ").append(caseName).append(" {\n");
      cases.append("  tag: '").append(option.label()).append("',\n");
      if (option.type() != null) {
        cases.append("  val: ").append(scope.type(option.type())).append(",\n");
      }
      cases.append("}\n");
    }
    return "export type " + name + " = " + String.join(" | ", names) + ";\n" + cases;
  }

  /** The labels have no place for comments of their own, so the type's has them. */
  private String enumeration(String name, WitTypeDef.EnumDef def) {
    List<String> lines = new ArrayList<>(TsDoc.lines(docs, owner, def.name(), ""));
    lines.add("# Variants");
    List<String> labels = new ArrayList<>();
    for (String label : def.labels()) {
      labels.add("'" + label + "'");
      lines.add("");
      lines.add("## `\"" + label + "\"`");
      List<String> said = TsDoc.lines(docs, owner, def.name(), label);
      if (!said.isEmpty()) {
        lines.add("");
        lines.addAll(said);
      }
    }
    return TsDoc.comment(lines, "")
        + "export type "
        + name
        + " = "
        + String.join(" | ", labels)
        + ";\n";
  }

  private String flags(String name, WitTypeDef.FlagsDef def) {
    StringBuilder text = new StringBuilder("export interface " + name + " {\n");
    for (String label : def.labels()) {
      text.append(comment(def, label, "  "));
      text.append("  ").append(TsNames.property(JsNames.member(label))).append("?: boolean,\n");
    }
    return text.append("}\n").toString();
  }

  private String alias(String name, WitTypeRef type) {
    return "export type " + name + " = " + scope.type(type) + ";\n";
  }
}
