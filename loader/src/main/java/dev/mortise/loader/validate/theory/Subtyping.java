package dev.mortise.loader.validate.theory;

import dev.mortise.loader.validate.core.CoreSubtyping;
import dev.mortise.loader.validate.rule.Rule;
import dev.mortise.loader.validate.rule.Violation;
import dev.mortise.runtime.type.ComponentType;
import dev.mortise.runtime.type.DefType;
import dev.mortise.runtime.type.ExternType;
import dev.mortise.runtime.type.FuncType;
import dev.mortise.runtime.type.InstanceType;
import dev.mortise.runtime.type.NamedType;
import dev.mortise.runtime.type.ResourceType;
import dev.mortise.runtime.type.ValType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Subtyping of what is imported and exported (Explainer.md, "Type Checking"). A violation carries
 * the path to the first disagreement, outside in.
 *
 * <p>As the specification's own validators do today, value and function types are subtypes only of
 * their equals; instances may export more and components may import less than is asked.
 */
@SuppressWarnings("ReferenceEquality") // the same object needs no walk
public final class Subtyping {
  private final TypeInfos infos;
  private final ValueSubtyping values = new ValueSubtyping();

  public Subtyping(TypeInfos infos) {
    this.infos = infos;
  }

  /** Checks that {@code actual} can stand where {@code expected} is asked for. */
  public void check(ExternType actual, ExternType expected) {
    if (actual == expected) {
      return;
    }
    infos.visit(1);
    switch (expected) {
      case FuncType func when actual instanceof FuncType found -> func(found, func);
      case InstanceType instance when actual instanceof InstanceType found ->
          instance(found, instance);
      case ComponentType component when actual instanceof ComponentType found ->
          component(found, component);
      case ExternType.Module module when actual instanceof ExternType.Module found ->
          CoreSubtyping.module(found.type(), module.type());
      case ExternType.Type type when actual instanceof ExternType.Type found ->
          def(found.type(), type.type());
      case ExternType.Value value when actual instanceof ExternType.Value found ->
          values.check(found.type(), value.type());
      default -> throw mismatch(expected.kind(), actual.kind());
    }
  }

  private void def(DefType actual, DefType expected) {
    switch (expected) {
      case ResourceType resource when actual instanceof ResourceType found -> {
        if (!found.equals(resource)) {
          throw mismatch("the resource type " + resource, "another, " + found)
              .why("resource types are not the same");
        }
      }
      case ValType value when actual instanceof ValType found -> values.check(found, value);
      case FuncType func when actual instanceof FuncType found -> func(found, func);
      case InstanceType instance when actual instanceof InstanceType found ->
          instance(found, instance);
      case ComponentType component when actual instanceof ComponentType found ->
          component(found, component);
      default -> throw mismatch(kindOfDef(expected), kindOfDef(actual));
    }
  }

  private static String kindOfDef(DefType type) {
    return switch (type) {
      case ResourceType resource -> "resource";
      case ValType value -> "defined type";
      default -> type.kind() + " type";
    };
  }

  /** Checks two function types for equality. */
  void func(FuncType actual, FuncType expected) {
    if (actual == expected) {
      return;
    }
    if (actual.async() != expected.async()) {
      throw mismatch(
          expected.async() ? "an async func" : "a func that is not async",
          actual.async() ? "an async func" : "a func that is not async");
    }
    List<FuncType.Param> params = actual.params();
    if (params.size() != expected.params().size()) {
      throw mismatch(expected.params().size() + " parameters", String.valueOf(params.size()));
    }
    for (int i = 0; i < params.size(); i++) {
      FuncType.Param param = params.get(i);
      FuncType.Param wanted = expected.params().get(i);
      if (!param.label().equals(wanted.label())) {
        throw mismatch("parameter named `" + wanted.label() + "`", "`" + param.label() + "`");
      }
      try {
        values.check(param.type(), wanted.type());
      } catch (Violation e) {
        throw e.within("param \"" + param.label() + "\"");
      }
    }
    result(actual.result(), expected.result());
  }

  private void result(@Nullable ValType actual, @Nullable ValType expected) {
    if (actual != null && expected != null) {
      try {
        values.check(actual, expected);
      } catch (Violation e) {
        throw e.within("result");
      }
    } else if (actual != null) {
      throw mismatch("no result", actual.toString());
    } else if (expected != null) {
      throw mismatch("a result, " + expected, "none");
    }
  }

  private void instance(InstanceType actual, InstanceType expected) {
    if (actual == expected) {
      return;
    }
    InstanceType wanted = expected;
    if (!expected.freshResources().isEmpty()) {
      // An instance type by itself stands for any choice of its resource types: here the actual's.
      Substitution choice = new Substitution(infos);
      bind(expected.exports(), actual.exports(), Set.copyOf(expected.freshResources()), choice);
      wanted = (InstanceType) choice.extern(expected);
    }
    for (Map.Entry<String, ExternType> entry : wanted.exports().entrySet()) {
      ExternType found = actual.exports().get(entry.getKey());
      if (found == null) {
        throw Violation.missingExport(entry.getKey());
      }
      try {
        check(found, entry.getValue());
      } catch (Violation e) {
        throw e.within("instance export \"" + entry.getKey() + "\"");
      }
    }
  }

  /**
   * Contravariant in what is imported, covariant in what is exported: whoever asks for {@code
   * expected} will supply its imports, and these must do for {@code actual}.
   */
  private void component(ComponentType actual, ComponentType expected) {
    if (actual == expected) {
      return;
    }
    Substitution supplied =
        satisfy(expected.imports(), actual.imports(), actual.importedResources(), "import");
    Map<String, ExternType> exports = new LinkedHashMap<>();
    actual.exports().forEach((name, type) -> exports.put(name, supplied.extern(type)));
    satisfy(exports, expected.exports(), expected.freshResources(), "export");
  }

  /**
   * Checks that the actual items satisfy all the wanted ones, whose resource types are bound on the
   * way to those of the actual items.
   *
   * @param bound the resource types of the wanted side that stand for any resource type
   * @return what replaces the wanted side's resource types and type names
   */
  public Substitution satisfy(
      Map<String, ExternType> actual,
      Map<String, ExternType> wanted,
      List<ResourceType> bound,
      String kind) {
    Substitution supplied = new Substitution(infos);
    bind(wanted, actual, Set.copyOf(bound), supplied);
    for (String name : wanted.keySet()) {
      if (!actual.containsKey(name)) {
        throw Violation.expected(
                Rule.MISSING_ARGUMENT, "", "an " + kind + " named `" + name + "`", "none")
            .why("missing " + kind + " named `" + name + "`");
      }
    }
    List<Runnable> renamings = new ArrayList<>();
    for (Map.Entry<String, ExternType> entry : wanted.entrySet()) {
      ExternType found = require(actual.get(entry.getKey()));
      try {
        check(found, supplied.extern(entry.getValue()));
      } catch (Violation e) {
        throw e.within(kind + " \"" + entry.getKey() + "\"");
      }
      renamings.add(() -> rename(entry.getValue(), found, supplied));
    }
    renamings.forEach(Runnable::run);
    return supplied;
  }

  private static ExternType require(@Nullable ExternType type) {
    if (type == null) {
      throw new AssertionError("checked before");
    }
    return type;
  }

  /** Finds, by name, what each resource type of the wanted side is on the actual side. */
  private void bind(
      Map<String, ExternType> wanted,
      Map<String, ExternType> actual,
      Set<ResourceType> bound,
      Substitution into) {
    if (bound.isEmpty()) {
      return;
    }
    infos.visit(wanted.size());
    for (Map.Entry<String, ExternType> entry : wanted.entrySet()) {
      ExternType found = actual.get(entry.getKey());
      if (found == null) {
        continue;
      }
      if (entry.getValue() instanceof ExternType.Type type
          && type.type() instanceof ResourceType resource
          && resource.aliased() == null
          && bound.contains(resource)
          && found instanceof ExternType.Type foundType
          && foundType.type() instanceof ResourceType foundResource) {
        into.replace(resource, foundResource);
      } else if (entry.getValue() instanceof InstanceType instance
          && found instanceof InstanceType foundInstance
          && infos.of((DefType) instance).resources()) {
        bind(instance.exports(), foundInstance.exports(), bound, into);
      }
    }
  }

  /** Makes the names of the wanted side mean those of the actual side from here on. */
  private void rename(ExternType wanted, ExternType actual, Substitution into) {
    if (wanted instanceof ExternType.Type from && actual instanceof ExternType.Type to) {
      if (from.type() instanceof NamedType || from.type() instanceof ResourceType) {
        into.rename(from.type(), to.type());
      }
    } else if (wanted instanceof InstanceType from && actual instanceof InstanceType to) {
      infos.visit(from.exports().size());
      from.exports().forEach((name, type) -> rename(type, require(to.exports().get(name)), into));
    }
  }

  private static Violation mismatch(String expected, String found) {
    return Violation.expected(Rule.TYPE_MISMATCH, "", expected, found);
  }
}
