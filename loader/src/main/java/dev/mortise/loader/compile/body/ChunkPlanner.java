package dev.mortise.loader.compile.body;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides which instructions of a large function become functions of their own: whole instructions
 * of one block, where nothing is on its stack before and after. It goes from the inner blocks to
 * the outer ones. Where what is left of a block is still too large, it first takes what is not
 * divided yet out of it: of an interpreter's loop that is the code of each case, and what is left
 * is the branch between the cases. Only then it takes out parts that consist of parts.
 */
final class ChunkPlanner {
  /**
   * From so many times the limit on little is left undivided, so that what remains, such as the
   * branch of an interpreter's loop, is in few parts that lie in one another.
   */
  private static final int HUGE = 8;

  private static final int FRACTION = 4;

  /**
   * A method takes no more than 255 words; a number may be two, and some words are the engine's.
   */
  private static final int MOST_LOCALS = 120;

  /** What has to be said to pass a local variable, or to have it back. */
  private static final int LOCAL_BYTES = 2;

  /** What a call takes beside. */
  private static final int CALL_BYTES = 12;

  private final Layout layout;
  private final int limit;

  /** How much of what is not divided may stay in one block. */
  private final int undivided;

  /**
   * A planner.
   *
   * @param limit how many bytes of instructions may stay together
   */
  ChunkPlanner(Layout layout, int limit) {
    this.layout = layout;
    this.limit = limit;
    undivided = layout.body().length > HUGE * limit ? limit / FRACTION : limit;
  }

  /** What is to be taken out of the function. */
  List<Chunk> plan() {
    return inner(level(0, layout.count() - 1));
  }

  /**
   * An instruction, a whole block, or what becomes a function.
   *
   * @param bytes what of it is left where it stands
   */
  private record Item(int from, int to, int bytes, List<Chunk> inner, boolean divided) {}

  private static List<Chunk> inner(List<Item> items) {
    List<Chunk> inner = new ArrayList<>();
    items.forEach(item -> inner.addAll(item.inner()));
    return inner;
  }

  private static int bytes(List<Item> items) {
    return items.stream().mapToInt(Item::bytes).sum();
  }

  /** What stands in one block, as little as possible of it where it is too much. */
  private List<Item> level(int from, int to) {
    List<Item> items = new ArrayList<>();
    for (int i = from; i < to; ) {
      Item item = layout.isBlock(i) ? block(i) : whole(i, i + 1);
      items.add(item);
      i = item.to();
    }
    if (bytes(items) > undivided) {
      items = chunks(items, to, false);
    }
    if (bytes(items) > limit) {
      items = chunks(items, to, true);
    }
    return items;
  }

  private Item whole(int from, int to) {
    return new Item(from, to, layout.bytes(from, to), List.of(), false);
  }

  private Item block(int block) {
    int to = layout.end(block) + 1;
    if (layout.bytes(block, to) <= limit) {
      return whole(block, to);
    }
    int middle = layout.firstEnd(block);
    List<Item> items = new ArrayList<>(level(block + 1, middle));
    int bytes = layout.bytes(block, block + 1) + 1;
    if (middle < to - 1) {
      items.addAll(level(middle + 1, to - 1));
      bytes++;
    }
    return new Item(block, to, bytes + bytes(items), inner(items), true);
  }

  /**
   * Puts items together.
   *
   * @param end the instruction after the last
   * @param divided whether to take what has parts already
   */
  private List<Item> chunks(List<Item> items, int end, boolean divided) {
    List<Item> made = new ArrayList<>();
    for (int i = 0; i < items.size(); ) {
      int to = layout.isClear(items.get(i).from()) ? last(items, i, end, divided) : i;
      Item chunk = to > i ? chunk(items.subList(i, to)) : null;
      to = Math.max(to, i + 1);
      if (chunk == null) {
        made.addAll(items.subList(i, to));
      } else {
        made.add(chunk);
      }
      i = to;
    }
    return made;
  }

  /** The end of the longest run of items that can be taken out together. */
  private int last(List<Item> items, int first, int end, boolean divided) {
    int last = first;
    int bytes = 0;
    for (int i = first; i < items.size(); i++) {
      Item item = items.get(i);
      bytes += item.bytes();
      boolean tooMuch = i > first && bytes > limit;
      boolean tooEarly = item.divided() && !divided;
      if (tooMuch || tooEarly || !isMovable(item)) {
        break;
      }
      int next = item.to();
      if (layout.isDead(next) ? next == end : layout.isClear(next)) {
        last = i + 1;
      }
    }
    return last;
  }

  /** Whether all branches out of an item can be made from outside: those that take few values. */
  private boolean isMovable(Item item) {
    for (int exit : Effects.of(layout, item.from(), item.to()).exits()) {
      if (layout.taken(exit).length > 1) {
        return false;
      }
    }
    return !layout.isDead(item.from());
  }

  /** Items as one function, or null where that would gain nothing. */
  private @Nullable Item chunk(List<Item> items) {
    int from = items.get(0).from();
    int to = items.get(items.size() - 1).to();
    PartSignature signature = PartSignature.of(layout, from, to);
    int taken = signature.parameters().length;
    int given = signature.written().length;
    int call = CALL_BYTES + LOCAL_BYTES * (taken + given + signature.exits().size());
    if (2 * call > bytes(items) || taken > MOST_LOCALS || given > MOST_LOCALS) {
      return null;
    }
    return new Item(from, to, call, List.of(new Chunk(from, to, signature, inner(items))), true);
  }
}
