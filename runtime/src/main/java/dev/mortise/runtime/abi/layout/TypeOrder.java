package dev.mortise.runtime.abi.layout;

import dev.mortise.runtime.type.StructuralType;
import dev.mortise.runtime.type.ValType;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Visits the parts of a type before the type itself, each object once, without recursion: types may
 * nest deeply and may share their parts so heavily that a plain walk would never end.
 */
public final class TypeOrder {
  private TypeOrder() {}

  /**
   * Visits {@code root} after all that it is made of.
   *
   * @param parts what must be visited before a type
   * @param done whether a type has been visited, as the caller remembers it
   * @param visit called for each type that is not done; makes it done
   */
  public static void partsFirst(
      ValType root,
      Function<StructuralType, List<ValType>> parts,
      Predicate<StructuralType> done,
      Consumer<StructuralType> visit) {
    Deque<StructuralType> pending = new ArrayDeque<>();
    pending.push(root.structure());
    while (!pending.isEmpty()) {
      StructuralType type = pending.peek();
      boolean ready = true;
      if (!done.test(type)) {
        for (ValType part : parts.apply(type)) {
          if (!done.test(part.structure())) {
            pending.push(part.structure());
            ready = false;
          }
        }
        if (ready) {
          visit.accept(type);
        }
      }
      if (ready) {
        pending.pop();
      }
    }
  }
}
