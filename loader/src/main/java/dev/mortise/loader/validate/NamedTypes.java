package dev.mortise.loader.validate;

import dev.mortise.loader.validate.rule.Rule;
import dev.mortise.loader.validate.rule.Violation;
import dev.mortise.runtime.type.ComponentType;
import dev.mortise.runtime.type.DefType;
import dev.mortise.runtime.type.EnumType;
import dev.mortise.runtime.type.ExternType;
import dev.mortise.runtime.type.FlagsType;
import dev.mortise.runtime.type.FuncType;
import dev.mortise.runtime.type.FutureType;
import dev.mortise.runtime.type.HandleType;
import dev.mortise.runtime.type.InstanceType;
import dev.mortise.runtime.type.ListType;
import dev.mortise.runtime.type.MapType;
import dev.mortise.runtime.type.NamedType;
import dev.mortise.runtime.type.OptionType;
import dev.mortise.runtime.type.PrimType;
import dev.mortise.runtime.type.RecordType;
import dev.mortise.runtime.type.ResourceType;
import dev.mortise.runtime.type.ResultType;
import dev.mortise.runtime.type.StreamType;
import dev.mortise.runtime.type.StructuralType;
import dev.mortise.runtime.type.TupleType;
import dev.mortise.runtime.type.ValType;
import dev.mortise.runtime.type.VariantType;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which types have a name that is visible from outside. What a component imports or exports may
 * only speak of such types: a record, variant, enum, flags or resource type must have been imported
 * or exported itself, under the very name by which it is used (Explainer.md, "Import and Export
 * Definitions").
 */
final class NamedTypes {
  /** What imports, or exports, may speak of. Types share their parts: none is walked twice. */
  private static final class Visible {
    private final Set<DefType> types = identitySet();
    private final Set<DefType> registeredInstances = identitySet();
    private final Set<DefType> checkedInstances = identitySet();

    private static Set<DefType> identitySet() {
      return Collections.newSetFromMap(new IdentityHashMap<>());
    }

    boolean contains(DefType type) {
      return types.contains(type);
    }

    void add(DefType type) {
      types.add(type);
    }
  }

  private final Visible imported = new Visible();
  private final Visible exported = new Visible();

  /** Checks that an import speaks of imported types only, and makes its own names visible. */
  void registerImport(ExternType type) {
    if (!register(type, imported)) {
      throw unnamed(type, "import");
    }
  }

  /** Checks that an export speaks of imported or exported types only. */
  void registerExport(ExternType type) {
    if (!register(type, exported)) {
      throw unnamed(type, "export");
    }
  }

  private static Violation unnamed(ExternType type, String kind) {
    return Violation.because(
        Rule.UNNAMED_TYPE,
        "",
        type.kind()
            + " not valid to be used as "
            + kind
            + ": it speaks of a record, variant, enum, flags or resource type that no "
            + kind
            + " has named before");
  }

  private boolean register(ExternType type, Visible set) {
    return switch (type) {
      case ExternType.Type named -> {
        if (!allNamed(named.type(), set)) {
          yield false;
        }
        set.add(named.type());
        if (set == imported) {
          exported.add(named.type());
        }
        yield true;
      }
      case InstanceType instance ->
          !set.registeredInstances.add(instance)
              || instance.exports().values().stream().allMatch(export -> register(export, set));
      case FuncType func -> funcNamed(func, set);
      case ExternType.Value value -> isNamed(value.type(), set);
      case ComponentType component -> true;
      case ExternType.Module module -> true;
    };
  }

  /** Whether the parts of a type are named; the type itself is just getting a name. */
  private boolean allNamed(DefType type, Visible set) {
    return switch (type) {
      case ResourceType resource -> true;
      case ComponentType component -> true;
      case FuncType func -> funcNamed(func, set);
      case InstanceType instance -> instanceNamed(instance, set);
      case NamedType named -> partsNamed(named.structure(), set);
      case StructuralType structural -> partsNamed(structural, set);
    };
  }

  private boolean instanceNamed(InstanceType instance, Visible set) {
    if (set.checkedInstances.contains(instance)) {
      return true;
    }
    boolean named =
        instance.exports().values().stream().allMatch(export -> exportNamed(export, set));
    if (named) {
      set.checkedInstances.add(instance);
    }
    return named;
  }

  private boolean exportNamed(ExternType export, Visible set) {
    return switch (export) {
      case FuncType func -> funcNamed(func, set);
      case ExternType.Type named -> allNamed(named.type(), set);
      case ExternType.Value value -> partsNamed(value.type().structure(), set);
      case InstanceType instance -> instanceNamed(instance, set);
      case ExternType.Module module -> true;
      case ComponentType component -> true;
    };
  }

  private boolean funcNamed(FuncType func, Visible set) {
    return func.params().stream().allMatch(param -> isNamed(param.type(), set))
        && isNamed(func.result(), set);
  }

  private boolean partsNamed(StructuralType type, Visible set) {
    return switch (type) {
      case RecordType record -> record.fields().stream().allMatch(f -> isNamed(f.type(), set));
      case VariantType variant -> variant.cases().stream().allMatch(c -> isNamed(c.type(), set));
      case EnumType labels -> true;
      case FlagsType labels -> true;
      default -> isNamed(type, set);
    };
  }

  private boolean isNamed(@Nullable ValType type, Visible set) {
    if (type == null || set.contains(type)) {
      return true;
    }
    boolean named = partsAreNamed(type.structure(), set);
    if (named && !(type instanceof PrimType)) {
      // What is named once stays so: types share their parts, and none is walked twice.
      set.add(type);
    }
    return named;
  }

  private boolean partsAreNamed(StructuralType type, Visible set) {
    return switch (type) {
      case PrimType primitive -> true;
      case RecordType record -> false;
      case VariantType variant -> false;
      case EnumType labels -> false;
      case FlagsType labels -> false;
      case TupleType tuple -> tuple.elements().stream().allMatch(e -> isNamed(e, set));
      case ListType list -> isNamed(list.element(), set);
      case OptionType option -> isNamed(option.type(), set);
      case MapType map -> isNamed(map.key(), set) && isNamed(map.value(), set);
      case ResultType result -> isNamed(result.ok(), set) && isNamed(result.err(), set);
      case StreamType stream -> isNamed(stream.element(), set);
      case FutureType future -> isNamed(future.element(), set);
      case HandleType handle -> set.contains(handle.resource());
    };
  }
}
