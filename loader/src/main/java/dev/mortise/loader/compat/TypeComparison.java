package dev.mortise.loader.compat;

import dev.mortise.loader.compat.Change.Kind;
import dev.mortise.runtime.type.EnumType;
import dev.mortise.runtime.type.FlagsType;
import dev.mortise.runtime.type.FuncType;
import dev.mortise.runtime.type.NamedType;
import dev.mortise.runtime.type.RecordType;
import dev.mortise.runtime.type.StructuralType;
import dev.mortise.runtime.type.ValType;
import dev.mortise.runtime.type.VariantType;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares signatures, and the types that are declared under a name. */
final class TypeComparison {
  /** A part of a declared type: the label, and the type as WIT, empty where there is none. */
  private record Part(String text, @Nullable ValType type) {}

  /** Two declarations that wait to be compared. */
  private record Waiting(List<String> place, StructuralType old, StructuralType now) {}

  private final List<Change> changes;
  private final Set<TypePair> compared = new HashSet<>();
  private final Deque<Waiting> waiting = new ArrayDeque<>();

  TypeComparison(List<Change> changes) {
    this.changes = changes;
  }

  /** Compares two functions; the named types that they mention too, unless that was done before. */
  void signature(List<String> place, FuncType old, FuncType now) {
    boolean same =
        old.async() == now.async()
            && labels(old).equals(labels(now))
            && sameAll(place, old.paramTypes(), now.paramTypes())
            && same(place, old.result(), now.result());
    if (!same) {
      changes.add(new Change(Kind.CHANGED_SIGNATURE, place, old.toString(), now.toString()));
    }
    rest();
  }

  private static List<String> labels(FuncType func) {
    return func.params().stream().map(FuncType.Param::label).toList();
  }

  /** Compares two types of one name, unless that was done before. */
  void declaration(List<String> place, NamedType old, NamedType now) {
    if (References.isDeclared(old.structure()) && References.isDeclared(now.structure())) {
      enqueue(place, old.structure(), now.structure());
    } else if (!same(place, old.type(), now.type())) {
      changes.add(
          new Change(Kind.CHANGED_TYPE, place, old.type().toString(), now.type().toString()));
    }
    rest();
  }

  private void enqueue(List<String> place, StructuralType old, StructuralType now) {
    if (compared.add(new TypePair(old, now))) {
      waiting.add(new Waiting(place, old, now));
    }
  }

  /** Compares what waits: a loop, for types may nest deeply. */
  private void rest() {
    for (Waiting next = waiting.poll(); next != null; next = waiting.poll()) {
      parts(next.place, next.old, next.now);
    }
  }

  private void parts(List<String> place, StructuralType old, StructuralType now) {
    if (!old.kind().equals(now.kind())) {
      changes.add(new Change(Kind.CHANGED_TYPE, place, old.kind(), now.kind()));
      return;
    }
    String word = word(old);
    Map<String, Part> before = parts(old);
    Map<String, Part> after = parts(now);
    before.forEach(
        (label, part) -> {
          Part changed = after.get(label);
          List<String> at = Compatibility.below(place, word + " " + label);
          if (changed == null) {
            changes.add(new Change(Kind.CHANGED_TYPE, at, part.text, null));
          } else if (!same(at, part.type, changed.type)) {
            changes.add(new Change(Kind.CHANGED_TYPE, at, part.text, changed.text));
          }
        });
    after.forEach(
        (label, part) -> {
          if (!before.containsKey(label)) {
            List<String> at = Compatibility.below(place, word + " " + label);
            changes.add(new Change(Kind.CHANGED_TYPE, at, null, part.text));
          }
        });
    boolean reordered =
        before.keySet().equals(after.keySet())
            && !List.copyOf(before.keySet()).equals(List.copyOf(after.keySet()));
    if (reordered) {
      changes.add(new Change(Kind.CHANGED_TYPE, place, order(before), order(after)));
    }
  }

  private static String order(Map<String, Part> parts) {
    return "the order " + String.join(", ", parts.keySet());
  }

  private static String word(StructuralType type) {
    return type instanceof RecordType ? "field" : type instanceof FlagsType ? "flag" : "case";
  }

  private static Map<String, Part> parts(StructuralType type) {
    Map<String, Part> parts = new LinkedHashMap<>();
    if (type instanceof RecordType record) {
      record.fields().forEach(f -> parts.put(f.label(), new Part(f.toString(), f.type())));
    } else if (type instanceof VariantType variant) {
      variant
          .cases()
          .forEach(
              c ->
                  parts.put(
                      c.label(),
                      new Part(
                          c.type() == null ? c.label() : c.label() + "(" + c.type() + ")",
                          c.type())));
    } else if (type instanceof EnumType labels) {
      labels.labels().forEach(label -> parts.put(label, new Part(label, null)));
    } else if (type instanceof FlagsType labels) {
      labels.labels().forEach(label -> parts.put(label, new Part(label, null)));
    }
    return parts;
  }

  private boolean sameAll(List<String> place, List<ValType> old, List<ValType> now) {
    boolean same = old.size() == now.size();
    for (int i = 0; same && i < old.size(); i++) {
      same = same(place, old.get(i), now.get(i));
    }
    return same;
  }

  /** Whether two mentions of types are one; what they name is compared later, at its own place. */
  private boolean same(List<String> place, @Nullable ValType old, @Nullable ValType now) {
    if (old == null || now == null) {
      return old == now;
    }
    return References.same(
        old,
        now,
        (name, pair) ->
            enqueue(
                Compatibility.below(place, pair.old().kind() + " " + name),
                pair.old(),
                pair.now()));
  }
}
