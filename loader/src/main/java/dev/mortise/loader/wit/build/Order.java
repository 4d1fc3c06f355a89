package dev.mortise.loader.wit.build;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** Puts things after what they need, without recursion: chains may be long. */
public final class Order {
  private record Frame<T>(T node, Iterator<T> needs) {}

  private Order() {}

  /**
   * The roots and all they need, what is needed first, else as given.
   *
   * @param onCycle told of each cycle, from a thing to the one that needs it; the order then leaves
   *     one of its arrows out
   */
  public static <T> List<T> of(
      Collection<T> roots, Function<T, Collection<T>> needs, Consumer<List<T>> onCycle) {
    Set<T> done = new LinkedHashSet<>();
    Set<T> open = new LinkedHashSet<>();
    Deque<Frame<T>> stack = new ArrayDeque<>();
    for (T root : roots) {
      if (done.contains(root)) {
        continue;
      }
      push(root, needs, open, stack);
      while (!stack.isEmpty()) {
        Frame<T> frame = stack.peek();
        if (!frame.needs.hasNext()) {
          stack.pop();
          open.remove(frame.node);
          done.add(frame.node);
          continue;
        }
        T next = frame.needs.next();
        if (open.contains(next)) {
          List<T> cycle = new ArrayList<>(open);
          onCycle.accept(List.copyOf(cycle.subList(cycle.indexOf(next), cycle.size())));
        } else if (!done.contains(next)) {
          push(next, needs, open, stack);
        }
      }
    }
    return new ArrayList<>(done);
  }

  private static <T> void push(
      T node, Function<T, Collection<T>> needs, Set<T> open, Deque<Frame<T>> stack) {
    open.add(node);
    stack.push(new Frame<>(node, needs.apply(node).iterator()));
  }
}
