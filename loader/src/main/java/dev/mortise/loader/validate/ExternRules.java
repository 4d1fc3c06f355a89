package dev.mortise.loader.validate;

import dev.mortise.loader.decode.Feature;
import dev.mortise.loader.decode.Limits;
import dev.mortise.loader.model.ExternDesc;
import dev.mortise.loader.model.ExternName;
import dev.mortise.loader.model.Index;
import dev.mortise.loader.model.Sort;
import dev.mortise.loader.model.SortIndex;
import dev.mortise.loader.validate.core.CoreTypeDef;
import dev.mortise.loader.validate.rule.Rule;
import dev.mortise.loader.validate.rule.Violation;
import dev.mortise.loader.validate.theory.Substitution;
import dev.mortise.runtime.name.ExternNameParser;
import dev.mortise.runtime.name.InvalidNameException;
import dev.mortise.runtime.name.ParsedName;
import dev.mortise.runtime.type.ComponentType;
import dev.mortise.runtime.type.DefType;
import dev.mortise.runtime.type.ExternType;
import dev.mortise.runtime.type.FuncType;
import dev.mortise.runtime.type.InstanceType;
import dev.mortise.runtime.type.NamedType;
import dev.mortise.runtime.type.ResourceType;
import dev.mortise.runtime.type.ValType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Imports and exports (Binary.md, "Import and Export Definitions"). */
final class ExternRules {
  private final Scope scope;
  private final TypeRules types;

  ExternRules(Scope scope) {
    this.scope = scope;
    this.types = new TypeRules(scope);
  }

  /** Adds an import, and what it introduces, to the scope. */
  ExternType importItem(ExternName name, ExternDesc desc) {
    if (scope.imports.items().size() >= Limits.IMPORTS) {
      throw limit("imports", Limits.IMPORTS);
    }
    ExternType type = resolve(desc, name.name());
    if (type instanceof InstanceType instance) {
      type = freshen(instance, scope.importedResources::add);
    }
    introduce(type, false);
    if (type instanceof ExternType.Type named && named.type() instanceof ResourceType resource) {
      if (resource.aliased() == null) {
        scope.importedResources.add(resource);
      }
      scope.imports.registerResource(name.name(), resource);
    }
    inContext("import", name, type, scope.named::registerImport);
    scope.imports.add(name, type);
    return type;
  }

  /** Adds an export declarator of a type, and what it introduces, to the scope. */
  ExternType declareExport(ExternName name, ExternDesc desc) {
    ExternType type = resolve(desc, name.name());
    if (type instanceof InstanceType instance) {
      type = freshen(instance, resource -> scope.definedResources.put(resource, null));
    }
    return export(name, type);
  }

  /** Adds an export definition, and the index that it introduces, to the scope. */
  ExternType exportItem(ExternName name, SortIndex item, @Nullable ExternDesc ascribed) {
    ExternType actual = itemAt(item);
    if (actual instanceof ExternType.Value) {
      use(item.index());
    }
    if (ascribed == null) {
      return export(name, rename(actual, name.name()));
    }
    ExternType type = resolve(ascribed, name.name());
    if (!hidesResource(actual, type)) {
      try {
        scope.validation.subtyping.check(actual, type);
      } catch (Violation e) {
        throw e.in("ascribed type of export \"" + name.name() + "\"")
            .within("ascribed type of export \"" + name.name() + "\"");
      }
    }
    if (type instanceof InstanceType instance) {
      type = freshen(instance, resource -> scope.definedResources.put(resource, null));
    }
    return export(name, type);
  }

  /** Whether a resource type is exported as {@code (sub resource)}, which any resource type is. */
  private static boolean hidesResource(ExternType actual, ExternType ascribed) {
    return actual instanceof ExternType.Type found
        && found.type() instanceof ResourceType
        && ascribed instanceof ExternType.Type type
        && type.type() instanceof ResourceType resource
        && resource.aliased() == null;
  }

  private ExternType export(ExternName name, ExternType type) {
    if (scope.exports.items().size() >= Limits.EXPORTS) {
      throw limit("exports", Limits.EXPORTS);
    }
    introduce(type, true);
    if (type instanceof ExternType.Type named && named.type() instanceof ResourceType resource) {
      if (resource.aliased() == null) {
        scope.definedResources.put(resource, null);
      }
      scope.exports.registerResource(name.name(), resource);
    }
    if (scope.kind != Scope.Kind.INSTANCE_TYPE) {
      // An instance type may speak of anything: it is checked where it is attached to an instance.
      inContext("export", name, type, scope.named::registerExport);
    }
    scope.exports.add(name, type);
    return type;
  }

  private static void inContext(
      String kind, ExternName name, ExternType type, java.util.function.Consumer<ExternType> rule) {
    try {
      rule.accept(type);
    } catch (Violation e) {
      throw e.in(kind + " \"" + name.name() + "\"");
    }
  }

  /** Gives what is imported or exported its index. */
  private void introduce(ExternType type, boolean export) {
    switch (type) {
      case FuncType func -> scope.funcs.add(func);
      case InstanceType instance -> scope.instances.add(instance);
      case ComponentType component -> scope.components.add(component);
      case ExternType.Module module -> scope.coreModules.add(module.type());
      case ExternType.Type named -> scope.types.add(named.type());
      case ExternType.Value value -> scope.values.add(new Scope.ValueItem(value.type(), export));
    }
  }

  /** The type that a description means; a type gets the name. */
  ExternType resolve(ExternDesc desc, String name) {
    return switch (desc) {
      case ExternDesc.Module module -> {
        CoreTypeDef type = scope.coreTypes.get(module.type().value());
        if (type instanceof CoreTypeDef.Module found) {
          yield new ExternType.Module(found.type());
        }
        throw Violation.because(
            Rule.WRONG_TYPE_KIND,
            "core type index " + module.type().value(),
            "core type index " + module.type().value() + " is not a module type");
      }
      case ExternDesc.Func func -> types.funcAt(func.type());
      case ExternDesc.Component component -> {
        DefType type = scope.types.get(component.type().value());
        if (type instanceof ComponentType found) {
          yield found;
        }
        throw notA("a component type", component.type(), type);
      }
      case ExternDesc.Instance instance -> {
        DefType type = scope.types.get(instance.type().value());
        if (type instanceof InstanceType found) {
          yield found;
        }
        throw notA("an instance type", instance.type(), type);
      }
      case ExternDesc.TypeEq eq ->
          rename(new ExternType.Type(scope.types.get(eq.type().value())), name);
      case ExternDesc.SubResource sub -> new ExternType.Type(ResourceType.imported(label(name)));
      case ExternDesc.Value value -> {
        requireValues();
        yield new ExternType.Value(types.value(value.type()));
      }
      case ExternDesc.ValueEq eq -> {
        requireValues();
        yield new ExternType.Value(scope.values.get(eq.value().value()).type);
      }
    };
  }

  private static Violation notA(String expected, Index.Type index, DefType found) {
    return Violation.expected(
            Rule.WRONG_TYPE_KIND, "type index " + index.value(), expected, found.kind())
        .why("type index " + index.value() + " is not " + expected);
  }

  /** A type under the name of an import or export; other items as they are. */
  private static ExternType rename(ExternType type, String name) {
    if (!(type instanceof ExternType.Type named)) {
      return type;
    }
    return switch (named.type()) {
      case ValType value -> new ExternType.Type(new NamedType(label(name), value));
      case ResourceType resource -> new ExternType.Type(resource.named(label(name)));
      default -> type;
    };
  }

  /** The label that a type takes from a name. */
  private static String label(String name) {
    try {
      return ExternNameParser.parse(name, true) instanceof ParsedName.Interface named
          ? named.interfaceName()
          : name;
    } catch (InvalidNameException e) {
      return name;
    }
  }

  /** Makes the resource types that an instance type introduces the scope's own. */
  private ExternType freshen(
      InstanceType instance, java.util.function.Consumer<ResourceType> introduced) {
    if (instance.freshResources().isEmpty()) {
      return instance;
    }
    scope.validation.infos.visit(instance.freshResources().size());
    Substitution fresh = new Substitution(scope.validation.infos);
    for (ResourceType resource : instance.freshResources()) {
      ResourceType own = resource.fresh();
      fresh.replace(resource, own);
      introduced.accept(own);
    }
    InstanceType replaced = (InstanceType) fresh.extern(instance);
    return new InstanceType(replaced.exports(), List.of());
  }

  /** The type of the item at an index. */
  ExternType itemAt(SortIndex item) {
    long index = item.index();
    return switch (item.sort()) {
      case CORE_MODULE -> new ExternType.Module(scope.coreModules.get(index));
      case FUNC -> scope.funcs.get(index);
      case VALUE -> {
        requireValues();
        yield new ExternType.Value(scope.values.get(index).type);
      }
      case TYPE -> new ExternType.Type(scope.types.get(index));
      case COMPONENT -> scope.components.get(index);
      case INSTANCE -> scope.instances.get(index);
      default -> throw new AssertionError(item.sort());
    };
  }

  /** Marks a value as used, which may happen once. */
  void use(long index) {
    Scope.ValueItem value = scope.values.get(index);
    if (value.used) {
      throw Violation.because(
          Rule.VALUE_USED_TWICE,
          "value " + index,
          "value " + index + " cannot be used more than once");
    }
    value.used = true;
  }

  /** Checks that values are on. */
  void requireValues() {
    scope.validation.require(
        Feature.CM_VALUES, "value", "support for component model `value`s is not enabled");
  }

  private static Violation limit(String what, int limit) {
    return Violation.expected(Rule.LIMIT_EXCEEDED, what, "at most " + limit, "one more");
  }

  /** The exports of an inline instance. */
  InstanceType inline(List<dev.mortise.loader.model.InstanceExpr.Export> exports) {
    ExternSpace space = new ExternSpace("export", scope.validation);
    for (var export : exports) {
      try {
        ExternType type = itemAt(export.item());
        if (export.item().sort() == Sort.VALUE) {
          use(export.item().index());
        }
        space.add(export.name(), type);
      } catch (Violation e) {
        throw e.at(export.offset());
      }
    }
    return new InstanceType(new java.util.LinkedHashMap<>(space.items()), new ArrayList<>());
  }
}
