package dev.mortise.loader.wit.build;

import dev.mortise.loader.wit.WitInterface;
import dev.mortise.loader.wit.source.WitProblems;
import dev.mortise.loader.wit.syntax.FuncItem;
import dev.mortise.loader.wit.syntax.InterfaceMember;
import dev.mortise.loader.wit.syntax.ResourceFunc;
import dev.mortise.loader.wit.syntax.TypeItem;
import dev.mortise.loader.wit.syntax.UseTypes;
import dev.mortise.runtime.type.DefType;
import dev.mortise.runtime.type.ExternType;
import dev.mortise.runtime.type.InstanceType;
import dev.mortise.runtime.type.PrimType;
import dev.mortise.runtime.type.ResourceType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes an instance type of an interface: used types first, then its own types, each after those
 * that it needs, then functions. Each time that it is made its types are new objects.
 */
public final class InterfaceBuilder {
  private final PackageIndex index;
  private final TypeMeasure measure;
  private final WitProblems problems;

  /** A builder that reports what it finds. */
  public InterfaceBuilder(PackageIndex index, TypeMeasure measure, WitProblems problems) {
    this.index = index;
    this.measure = measure;
    this.problems = problems;
  }

  /** The interfaces whose types are used, in order. */
  List<Declaration.OfInterface> needs(List<InterfaceMember> members, FileScope scope) {
    List<Declaration.OfInterface> needs = new ArrayList<>();
    for (InterfaceMember member : members) {
      if (member instanceof UseTypes use) {
        Declaration.OfInterface found = index.findInterface(use.path(), scope);
        if (found != null && !needs.contains(found)) {
          needs.add(found);
        }
      }
    }
    return needs;
  }

  /**
   * The instance type.
   *
   * @param where the interface in words
   * @param around the instances of the interfaces whose types it uses
   */
  InstanceType build(
      String where,
      List<InterfaceMember> members,
      FileScope scope,
      Function<WitInterface.Name, @Nullable InstanceType> around) {
    TypeScope types = new TypeScope(where, index, measure, problems);
    NameSet names = new NameSet(where, problems);
    Map<String, ExternType> exports = new LinkedHashMap<>();
    List<TypeItem> items = new ArrayList<>();
    for (InterfaceMember member : members) {
      switch (member) {
        case UseTypes use -> use(use, scope, around, types, names, exports);
        case TypeItem item -> {
          if (names.add(item.name())) {
            items.add(item);
          }
        }
        case FuncItem func -> {}
      }
    }
    for (TypeItem item : types.order(items)) {
      exports.put(item.name().name(), new ExternType.Type(types.define(item, item.name().name())));
    }
    FuncBuilder functions = new FuncBuilder(types.builder(), problems);
    for (InterfaceMember member : members) {
      if (member instanceof FuncItem func) {
        if (names.add(func.name())) {
          exports.put(func.name().name(), functions.function(func.name(), func.func()));
        }
      } else if (member instanceof TypeItem.ResourceItem resource
          && types.get(resource.name().name()) instanceof ResourceType type) {
        for (ResourceFunc function : resource.functions()) {
          String name = FuncBuilder.externName(resource.name().name(), function);
          if (names.add(name, function.name().span())) {
            exports.put(name, functions.function(function, type));
          }
        }
      }
    }
    return new InstanceType(exports, types.resources());
  }

  private void use(
      UseTypes use,
      FileScope scope,
      Function<WitInterface.Name, @Nullable InstanceType> around,
      TypeScope types,
      NameSet names,
      Map<String, ExternType> exports) {
    Declaration.OfInterface from = index.findInterface(use.path(), scope);
    InstanceType instance = from == null ? null : around.apply(from.id());
    for (UseTypes.Used used : use.types()) {
      if (!names.add(used.as())) {
        continue;
      }
      if (from == null || instance == null) {
        types.put(used.as().name(), PrimType.BOOL); // reported: by whoever looked it up
        continue;
      }
      DefType type = types.use(used, used.as().name(), instance, from.id().toString());
      exports.put(used.as().name(), new ExternType.Type(type));
    }
  }
}
