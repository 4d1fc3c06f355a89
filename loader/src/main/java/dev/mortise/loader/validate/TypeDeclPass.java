package dev.mortise.loader.validate;

import dev.mortise.loader.model.TypeDecl;
import dev.mortise.loader.validate.rule.Violation;
import dev.mortise.runtime.type.ComponentType;
import dev.mortise.runtime.type.InstanceType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** Component types and instance types: their declarators, in a scope of their own. */
final class TypeDeclPass {
  private final Scope parent;

  TypeDeclPass(Scope parent) {
    this.parent = parent;
  }

  ComponentType componentType(List<TypeDecl> declarations) {
    Scope scope = new Scope(Scope.Kind.COMPONENT_TYPE, parent, parent.validation, null);
    declare(scope, declarations);
    return Closing.componentType(scope);
  }

  InstanceType instanceType(List<TypeDecl> declarations) {
    Scope scope = new Scope(Scope.Kind.INSTANCE_TYPE, parent, parent.validation, null);
    declare(scope, declarations);
    return new InstanceType(
        new LinkedHashMap<>(scope.exports.items()),
        new ArrayList<>(scope.definedResources.keySet()));
  }

  private static void declare(Scope scope, List<TypeDecl> declarations) {
    ExternRules externs = new ExternRules(scope);
    TypeRules types = new TypeRules(scope);
    AliasRules aliases = new AliasRules(scope);
    for (TypeDecl declaration : declarations) {
      try {
        switch (declaration) {
          case TypeDecl.CoreType core -> CoreTypeRules.define(core.expr(), scope);
          case TypeDecl.Type type -> scope.types.add(types.define(type.expr()));
          case TypeDecl.AliasDecl alias -> {
            Resolved unused = aliases.declare(alias.alias());
          }
          case TypeDecl.Import item -> externs.importItem(item.name(), item.type());
          case TypeDecl.Export item -> externs.declareExport(item.name(), item.type());
        }
      } catch (Violation e) {
        throw e.at(declaration.offset()).in("type");
      }
    }
  }
}
