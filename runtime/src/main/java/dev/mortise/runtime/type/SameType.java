package dev.mortise.runtime.type;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Whether two value types are one and the same, whatever names stand at their tops. Types may nest
 * deeply and share their parts heavily, so pairs wait in a queue, and each is looked at once.
 */
public final class SameType {
  /** Two types by identity. */
  private record Pair(StructuralType left, StructuralType right) {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Pair pair && pair.left == left && pair.right == right;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(left) * 31 + System.identityHashCode(right);
    }
  }

  private final BiPredicate<ResourceType, ResourceType> sameResource;
  private final Set<Pair> seen = new HashSet<>();
  private final Deque<Pair> pending = new ArrayDeque<>();

  private SameType(BiPredicate<ResourceType, ResourceType> sameResource) {
    this.sameResource = sameResource;
  }

  /**
   * Compares two types, of which either may be absent.
   *
   * @param sameResource whether two resource types are the same
   */
  public static boolean test(
      @Nullable ValType left,
      @Nullable ValType right,
      BiPredicate<ResourceType, ResourceType> sameResource) {
    if (left == null || right == null) {
      return left == right;
    }
    return left.structure() == right.structure()
        || new SameType(sameResource).test(left.structure(), right.structure());
  }

  private boolean test(StructuralType left, StructuralType right) {
    pending.add(new Pair(left, right));
    for (Pair pair = pending.poll(); pair != null; pair = pending.poll()) {
      if (pair.left != pair.right && seen.add(pair) && !same(pair.left, pair.right)) {
        return false;
      }
    }
    return true;
  }

  /** Compares two types at their tops, and lets their parts wait. */
  private boolean same(StructuralType left, StructuralType right) {
    return switch (left) {
      case PrimType prim -> prim == right;
      case EnumType labels -> labels.equals(right);
      case FlagsType labels -> labels.equals(right);
      case HandleType.Own own ->
          right instanceof HandleType.Own other
              && sameResource.test(own.resource(), other.resource());
      case HandleType.Borrow borrow ->
          right instanceof HandleType.Borrow other
              && sameResource.test(borrow.resource(), other.resource());
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
      case RecordType record ->
          right instanceof RecordType other
              && labels(record).equals(labels(other))
              && all(
                  record.fields().stream().map(RecordType.Field::type).toList(),
                  other.fields().stream().map(RecordType.Field::type).toList());
      case VariantType variant ->
          right instanceof VariantType other
              && labels(variant).equals(labels(other))
              && all(payloads(variant), payloads(other));
    };
  }

  private static List<String> labels(RecordType record) {
    return record.fields().stream().map(RecordType.Field::label).toList();
  }

  private static List<String> labels(VariantType variant) {
    return variant.cases().stream().map(VariantType.Case::label).toList();
  }

  private static List<@Nullable ValType> payloads(VariantType variant) {
    List<@Nullable ValType> payloads = new ArrayList<>();
    variant.cases().forEach(c -> payloads.add(c.type()));
    return payloads;
  }

  private boolean all(
      List<? extends @Nullable ValType> left, List<? extends @Nullable ValType> right) {
    if (left.size() != right.size()) {
      return false;
    }
    for (int i = 0; i < left.size(); i++) {
      if (!later(left.get(i), right.get(i))) {
        return false;
      }
    }
    return true;
  }

  private boolean later(@Nullable ValType left, @Nullable ValType right) {
    if (left == null || right == null) {
      return left == right;
    }
    pending.add(new Pair(left.structure(), right.structure()));
    return true;
  }
}
