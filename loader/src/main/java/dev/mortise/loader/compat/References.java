package dev.mortise.loader.compat;

import dev.mortise.runtime.type.EnumType;
import dev.mortise.runtime.type.FlagsType;
import dev.mortise.runtime.type.FutureType;
import dev.mortise.runtime.type.HandleType;
import dev.mortise.runtime.type.ListType;
import dev.mortise.runtime.type.MapType;
import dev.mortise.runtime.type.NamedType;
import dev.mortise.runtime.type.OptionType;
import dev.mortise.runtime.type.PrimType;
import dev.mortise.runtime.type.RecordType;
import dev.mortise.runtime.type.ResultType;
import dev.mortise.runtime.type.StreamType;
import dev.mortise.runtime.type.StructuralType;
import dev.mortise.runtime.type.TupleType;
import dev.mortise.runtime.type.ValType;
import dev.mortise.runtime.type.VariantType;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Whether two mentions of a type, in a signature or a field, are the same mention: the same
 * constructors around the same primitives, and around declared types and resources of the same
 * names. Types may nest deeply and share their parts heavily, so pairs wait in a queue, and each is
 * looked at once.
 */
final class References {
  private final Set<TypePair> seen = new HashSet<>();
  private final Deque<List<ValType>> pending = new ArrayDeque<>();
  private final BiConsumer<String, TypePair> declared;

  private References(BiConsumer<String, TypePair> declared) {
    this.declared = declared;
  }

  /**
   * Compares two mentions.
   *
   * @param declared told the name and the structures of each pair of declared types that is met
   */
  static boolean same(ValType old, ValType now, BiConsumer<String, TypePair> declared) {
    References references = new References(declared);
    references.later(old, now);
    for (List<ValType> next = references.pending.poll();
        next != null;
        next = references.pending.poll()) {
      if (!references.sameTop(next.get(0), next.get(1))) {
        return false;
      }
    }
    return true;
  }

  /** Whether bindings have a class for each type of this structure. */
  static boolean isDeclared(StructuralType type) {
    return type instanceof RecordType
        || type instanceof VariantType
        || type instanceof EnumType
        || type instanceof FlagsType;
  }

  /** The name under which a type was introduced, not one by which it is used. */
  private static String name(ValType type) {
    ValType innermost = type;
    String name = "";
    while (innermost instanceof NamedType named) {
      name = named.name();
      innermost = named.type();
    }
    return name;
  }

  private boolean sameTop(ValType old, ValType now) {
    StructuralType left = old.structure();
    StructuralType right = now.structure();
    if (isDeclared(left) && isDeclared(right)) {
      String name = name(old);
      if (!name.equals(name(now))) {
        return false;
      }
      declared.accept(name, new TypePair(left, right));
      return true;
    }
    return !seen.add(new TypePair(left, right)) || sameStructure(left, right);
  }

  private boolean sameStructure(StructuralType left, StructuralType right) {
    return switch (left) {
      case PrimType prim -> prim == right;
      case RecordType record -> false;
      case VariantType variant -> false;
      case EnumType labels -> false;
      case FlagsType labels -> false;
      case HandleType.Own own -> right instanceof HandleType.Own other && sameName(own, other);
      case HandleType.Borrow borrow ->
          right instanceof HandleType.Borrow other && sameName(borrow, other);
      case ListType list ->
          right instanceof ListType other
              && Objects.equals(list.length(), other.length())
              && later(list.element(), other.element());
      case OptionType option ->
          right instanceof OptionType other && later(option.type(), other.type());
      case MapType map ->
          right instanceof MapType other
              && later(map.key(), other.key())
              && later(map.value(), other.value());
      case ResultType result ->
          right instanceof ResultType other
              && later(result.ok(), other.ok())
              && later(result.err(), other.err());
      case StreamType stream ->
          right instanceof StreamType other && later(stream.element(), other.element());
      case FutureType future ->
          right instanceof FutureType other && later(future.element(), other.element());
      case TupleType tuple ->
          right instanceof TupleType other && all(tuple.elements(), other.elements());
    };
  }

  /** Resources are made anew by each instantiation: two versions have but their names in common. */
  private static boolean sameName(HandleType left, HandleType right) {
    return Objects.equals(left.resource().root().name(), right.resource().root().name());
  }

  private boolean all(List<ValType> left, List<ValType> right) {
    boolean same = left.size() == right.size();
    for (int i = 0; same && i < left.size(); i++) {
      same = later(left.get(i), right.get(i));
    }
    return same;
  }

  private boolean later(@Nullable ValType left, @Nullable ValType right) {
    if (left == null || right == null) {
      return left == right;
    }
    pending.add(List.of(left, right));
    return true;
  }
}
