package dev.mortise.loader.validate.core;

import dev.mortise.loader.decode.Limits;
import dev.mortise.loader.model.CoreRecGroup;
import dev.mortise.loader.model.CoreRecGroup.CompType;
import dev.mortise.loader.model.CoreRecGroup.SubType;
import dev.mortise.loader.model.CoreValTypeRef;
import dev.mortise.loader.validate.rule.IndexSpace;
import dev.mortise.loader.validate.rule.Rule;
import dev.mortise.loader.validate.rule.Violation;
import dev.mortise.runtime.core.CoreFuncType;
import dev.mortise.runtime.core.CoreTypeId;
import dev.mortise.runtime.core.CoreValType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Gives equal recursion groups of core types the same identities, wherever they stand (core spec,
 * "Recursive Types"). A group is equal to another when both are written the same after references
 * into the group are counted from its start and references out of it are replaced by identities.
 */
public final class CoreTypeInterner {
  private final Map<String, List<CoreTypeDef.Sub>> groups = new HashMap<>();
  private final Map<CoreTypeId, CoreTypeDef.Sub> definitions = new HashMap<>();
  private int next;

  /**
   * Resolves a group.
   *
   * @param space the types before it
   */
  public List<CoreTypeDef.Sub> intern(CoreRecGroup group, IndexSpace<CoreTypeDef> space) {
    int base = space.size();
    String key = key(group, space, base);
    List<CoreTypeDef.Sub> known = groups.get(key);
    if (known == null) {
      known = new Definer(group, space, base).define();
      groups.put(key, known);
      known.forEach(definition -> definitions.put(definition.id(), definition));
    }
    return known;
  }

  /** What an identity that this interner gave stands for. */
  public CoreTypeDef.Sub definition(CoreTypeId id) {
    return Objects.requireNonNull(definitions.get(id), "an identity of another validation");
  }

  private static String key(CoreRecGroup group, IndexSpace<CoreTypeDef> space, int base) {
    StringBuilder key = new StringBuilder(group.types().size() == 1 ? "" : "rec ");
    for (SubType type : group.types()) {
      key.append(type.isFinal() ? "final " : "sub ").append(type.shared() ? "shared " : "");
      for (long supertype : type.supertypes()) {
        reference(key, supertype, space, base, group.types().size());
      }
      switch (type.type()) {
        case CompType.Func func -> {
          key.append("func(");
          func.params().forEach(t -> valType(key, t, space, base, group.types().size()));
          key.append(")(");
          func.results().forEach(t -> valType(key, t, space, base, group.types().size()));
          key.append(")");
        }
        case CompType.Struct struct -> {
          key.append("struct(");
          struct.fields().forEach(f -> field(key, f, space, base, group.types().size()));
          key.append(")");
        }
        case CompType.Array array -> {
          key.append("array(");
          field(key, array.element(), space, base, group.types().size());
          key.append(")");
        }
      }
      key.append(';');
    }
    return key.toString();
  }

  private static void field(
      StringBuilder key,
      CoreRecGroup.Field field,
      IndexSpace<CoreTypeDef> space,
      int base,
      int size) {
    key.append(field.mutable() ? "mut " : "");
    CoreValTypeRef type = field.type();
    if (type == null) {
      key.append(field.packed()).append(',');
    } else {
      valType(key, type, space, base, size);
    }
  }

  private static void valType(
      StringBuilder key, CoreValTypeRef type, IndexSpace<CoreTypeDef> space, int base, int size) {
    switch (type) {
      case CoreValTypeRef.Plain plain -> key.append(plain.type()).append(',');
      case CoreValTypeRef.Concrete concrete -> {
        key.append(concrete.nullable() ? "null " : "ref ");
        reference(key, concrete.typeIndex(), space, base, size);
      }
    }
  }

  private static void reference(
      StringBuilder key, long index, IndexSpace<CoreTypeDef> space, int base, int size) {
    if (index >= base && index < (long) base + size) {
      key.append("rec.").append(index - base).append(',');
    } else {
      key.append(subAt(space, index).id()).append(',');
    }
  }

  /** The type at an index, which must not be a module type. */
  static CoreTypeDef.Sub subAt(IndexSpace<CoreTypeDef> space, long index) {
    if (space.get(index) instanceof CoreTypeDef.Sub sub) {
      return sub;
    }
    throw Violation.expected(
        Rule.WRONG_TYPE_KIND, "core type " + index, "a type of core WebAssembly", "a module type");
  }

  /** A value type with its references resolved. */
  public static CoreValType resolve(CoreValTypeRef type, IndexSpace<CoreTypeDef> space) {
    return switch (type) {
      case CoreValTypeRef.Plain plain -> plain.type();
      case CoreValTypeRef.Concrete concrete -> {
        CoreTypeId id = subAt(space, concrete.typeIndex()).id();
        yield new CoreValType.Ref(concrete.nullable(), id.kind(), id);
      }
    };
  }

  /** Makes the definitions of one group that was not seen before. */
  private final class Definer {
    private final CoreRecGroup group;
    private final IndexSpace<CoreTypeDef> space;
    private final int base;
    private final List<CoreTypeId> ids = new ArrayList<>();

    Definer(CoreRecGroup group, IndexSpace<CoreTypeDef> space, int base) {
      this.group = group;
      this.space = space;
      this.base = base;
    }

    List<CoreTypeDef.Sub> define() {
      for (SubType type : group.types()) {
        String kind =
            switch (type.type()) {
              case CompType.Func func -> "func";
              case CompType.Struct struct -> "struct";
              case CompType.Array array -> "array";
            };
        CoreTypeId id = new CoreTypeId(next++, kind, supertype(type));
        if (id.depth() > Limits.CORE_SUBTYPING_DEPTH) {
          throw Violation.expected(
                  Rule.LIMIT_EXCEEDED,
                  "core sub type",
                  "at most " + Limits.CORE_SUBTYPING_DEPTH + " types above it",
                  String.valueOf(id.depth()))
              .why("sub type hierarchy too deep")
              .at(type.offset());
        }
        ids.add(id);
      }
      List<CoreTypeDef.Sub> defined = new ArrayList<>();
      for (int i = 0; i < ids.size(); i++) {
        SubType type = group.types().get(i);
        CoreTypeDef.Sub definition = define(type, ids.get(i));
        for (long supertype : type.supertypes()) {
          checkBelow(
              definition,
              supertype >= base ? defined.get((int) supertype - base) : subAt(space, supertype),
              type.offset());
        }
        defined.add(definition);
      }
      return List.copyOf(defined);
    }

    private @Nullable CoreTypeId supertype(SubType type) {
      if (type.supertypes().isEmpty()) {
        return null;
      }
      long index = type.supertypes().get(0);
      if (index >= base) {
        if (index - base >= ids.size()) { // not defined yet
          throw Violation.because(
                  Rule.CORE_TYPE, "core sub type", "a supertype must be defined before")
              .at(type.offset());
        }
        return ids.get((int) (index - base));
      }
      return subAt(space, index).id();
    }

    private CoreTypeDef.Sub define(SubType type, CoreTypeId id) {
      return switch (type.type()) {
        case CompType.Func func -> {
          boolean plain =
              group.types().size() == 1 && type.isFinal() && type.supertypes().isEmpty();
          CoreFuncType funcType =
              new CoreFuncType(
                  func.params().stream().map(this::resolved).toList(),
                  func.results().stream().map(this::resolved).toList(),
                  plain && !type.shared() ? null : id);
          yield new CoreTypeDef.Func(id, type.isFinal(), funcType);
        }
        case CompType.Struct struct ->
            new CoreTypeDef.Struct(
                id, type.isFinal(), struct.fields().stream().map(this::field).toList());
        case CompType.Array array ->
            new CoreTypeDef.Array(id, type.isFinal(), field(array.element()));
      };
    }

    private CoreTypeDef.Field field(CoreRecGroup.Field field) {
      CoreValTypeRef type = field.type();
      return new CoreTypeDef.Field(
          field.packed(), type == null ? null : resolved(type), field.mutable());
    }

    private CoreValType resolved(CoreValTypeRef type) {
      if (type instanceof CoreValTypeRef.Concrete concrete
          && concrete.typeIndex() >= base
          && concrete.typeIndex() - base < ids.size()) {
        CoreTypeId id = ids.get((int) (concrete.typeIndex() - base));
        return new CoreValType.Ref(concrete.nullable(), id.kind(), id);
      }
      return resolve(type, space);
    }

    private void checkBelow(CoreTypeDef.Sub type, CoreTypeDef.Sub supertype, long offset) {
      if (supertype.isFinal()) {
        throw Violation.because(
                Rule.CORE_TYPE, "core sub type", "sub type cannot have a final super type")
            .at(offset);
      }
      if (!structureMatches(type, supertype)) {
        throw Violation.because(Rule.CORE_TYPE, "core sub type", "sub type must match super type")
            .at(offset);
      }
    }

    private static boolean structureMatches(CoreTypeDef.Sub type, CoreTypeDef.Sub supertype) {
      return switch (type) {
        case CoreTypeDef.Func func ->
            supertype instanceof CoreTypeDef.Func above
                && allMatch(above.type().params(), func.type().params())
                && allMatch(func.type().results(), above.type().results());
        case CoreTypeDef.Struct struct -> {
          if (!(supertype instanceof CoreTypeDef.Struct above)
              || above.fields().size() > struct.fields().size()) {
            yield false;
          }
          boolean matches = true;
          for (int i = 0; i < above.fields().size(); i++) {
            matches &= struct.fields().get(i).matches(above.fields().get(i));
          }
          yield matches;
        }
        case CoreTypeDef.Array array ->
            supertype instanceof CoreTypeDef.Array above
                && array.element().matches(above.element());
      };
    }

    private static boolean allMatch(List<CoreValType> actual, List<CoreValType> expected) {
      if (actual.size() != expected.size()) {
        return false;
      }
      for (int i = 0; i < actual.size(); i++) {
        if (!actual.get(i).matches(expected.get(i))) {
          return false;
        }
      }
      return true;
    }
  }
}
