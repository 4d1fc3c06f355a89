package dev.mortise.loader.validate.theory;

import dev.mortise.loader.decode.Limits;
import dev.mortise.loader.validate.rule.Rule;
import dev.mortise.loader.validate.rule.Unknown;
import dev.mortise.loader.validate.rule.Violation;
import dev.mortise.runtime.core.CoreModuleType;
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
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The {@link TypeInfo} of every type, computed once per type object from those of its parts: types
 * share their parts, and a walk over the written-out form could take for ever.
 */
public final class TypeInfos {
  private final Map<Object, TypeInfo> known = new IdentityHashMap<>();
  private long visits;

  /** Counts nodes that are visited again, to compare or to replace what is in them. */
  public void visit(int nodes) {
    boolean reported = visits > Limits.TYPE_VISITS;
    visits += nodes;
    if (reported) {
      throw new Unknown();
    }
    if (visits > Limits.TYPE_VISITS) {
      throw Violation.because(
          Rule.LIMIT_EXCEEDED,
          "",
          "the types are so intertwined that validation would take too long");
    }
  }

  public TypeInfo of(DefType type) {
    if (type instanceof PrimType) {
      return type == PrimType.STRING ? TypeInfo.STRING : TypeInfo.LEAF;
    }
    TypeInfo info = known.get(type);
    if (info == null) {
      info = compute(type);
      known.put(type, info);
    }
    return info;
  }

  public TypeInfo of(ExternType type) {
    return switch (type) {
      case FuncType func -> of((DefType) func);
      case InstanceType instance -> of((DefType) instance);
      case ComponentType component -> of((DefType) component);
      case ExternType.Type eq -> of(eq.type());
      case ExternType.Value value -> of(value.type());
      case ExternType.Module module -> ofModule(module.type());
    };
  }

  private static TypeInfo ofModule(CoreModuleType type) {
    return new TypeInfo(1 + type.imports().size() + type.exports().size(), 1, false, false, false);
  }

  private TypeInfo compute(DefType type) {
    return switch (type) {
      case ResourceType resource -> new TypeInfo(1, 1, false, false, true);
      case NamedType named -> of((DefType) named.structure());
      case FuncType func -> {
        List<@Nullable TypeInfo> parts = new ArrayList<>();
        func.params().forEach(p -> parts.add(of((DefType) p.type())));
        parts.add(optional(func.result()));
        yield combine(parts);
      }
      case InstanceType instance ->
          combine(instance.exports().values().stream().map(this::of).toList());
      case ComponentType component -> {
        List<@Nullable TypeInfo> parts = new ArrayList<>();
        component.imports().values().forEach(t -> parts.add(of(t)));
        component.exports().values().forEach(t -> parts.add(of(t)));
        yield combine(parts);
      }
      case StructuralType structural -> ofStructure(structural);
    };
  }

  private TypeInfo ofStructure(StructuralType type) {
    return switch (type) {
      case PrimType primitive -> of((DefType) primitive);
      case EnumType labels -> new TypeInfo(1 + labels.labels().size(), 1, false, false, false);
      case FlagsType labels -> new TypeInfo(1 + labels.labels().size(), 1, false, false, false);
      case RecordType record ->
          combine(record.fields().stream().map(f -> of((DefType) f.type())).toList());
      case TupleType tuple -> combine(tuple.elements().stream().map(e -> of((DefType) e)).toList());
      case VariantType variant -> {
        List<@Nullable TypeInfo> parts = new ArrayList<>();
        variant
            .cases()
            .forEach(c -> parts.add(c.type() == null ? TypeInfo.LEAF : of((DefType) c.type())));
        yield combine(parts);
      }
      case ListType list -> {
        TypeInfo info = combine(List.of(of((DefType) list.element())));
        yield list.length() == null ? info.withPointer(true) : info;
      }
      case OptionType option -> combine(List.of(of((DefType) option.type())));
      case MapType map ->
          combine(List.of(of((DefType) map.key()), of((DefType) map.value()))).withPointer(true);
      case ResultType result -> combine(parts(result.ok(), result.err()));
      case StreamType stream -> combine(parts(stream.element())).withPointer(false);
      case FutureType future -> combine(parts(future.element())).withPointer(false);
      case HandleType.Own own -> new TypeInfo(1, 1, false, false, true);
      case HandleType.Borrow borrow -> new TypeInfo(1, 1, true, false, true);
    };
  }

  private List<@Nullable TypeInfo> parts(@Nullable ValType... types) {
    List<@Nullable TypeInfo> parts = new ArrayList<>();
    for (ValType type : types) {
      parts.add(optional(type));
    }
    return parts;
  }

  private @Nullable TypeInfo optional(@Nullable ValType type) {
    return type == null ? null : of((DefType) type);
  }

  private static TypeInfo combine(List<? extends @Nullable TypeInfo> parts) {
    long size = 1;
    int depth = 0;
    boolean borrow = false;
    boolean pointer = false;
    boolean resources = false;
    for (TypeInfo part : parts) {
      if (part == null) {
        continue;
      }
      size += part.size();
      depth = Math.max(depth, part.depth());
      borrow |= part.borrow();
      pointer |= part.pointer();
      resources |= part.resources();
    }
    checkSize(size);
    if (depth >= Limits.TYPE_DEPTH) {
      throw Violation.expected(
          Rule.TYPE_TOO_DEEP, "", "at most " + Limits.TYPE_DEPTH + " levels of types", "more");
    }
    return new TypeInfo((int) size, depth + 1, borrow, pointer, resources);
  }

  /** Checks that a type, written out, stays below the limit. */
  public static void checkSize(long size) {
    if (size > Limits.TYPE_SIZE) {
      throw Violation.expected(
              Rule.TYPE_TOO_LARGE,
              "",
              "an effective type size of at most " + Limits.TYPE_SIZE,
              "more")
          .why("the effective type size exceeds the limit");
    }
  }
}
