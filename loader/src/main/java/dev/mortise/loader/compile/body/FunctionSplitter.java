package dev.mortise.loader.compile.body;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Makes several functions of one that is too large for the JVM: a method has at most 64 KiB, and
 * what has more than 8,000 bytes of Java's code is never compiled to the machine's. Blocks of
 * instructions become functions; the local variables that they use are their parameters, and those
 * that they change their results. A branch out of them is a result too, a number, by which who has
 * called them branches.
 */
public final class FunctionSplitter {
  /**
   * So many bytes of instructions become less than 8,000 of Java's, where they are what compilers
   * write.
   */
  public static final int LIMIT = 2_500;

  /** What is not larger than the limit by so much makes no parts. */
  private static final double TOLERANCE = 1.6;

  private FunctionSplitter() {}

  /**
   * A function that was split.
   *
   * @param body what is left of it
   * @param parts what it calls, and they one another
   */
  @SuppressWarnings("ArrayRecordComponent") // nobody compares them
  public record Split(byte[] body, List<Part> parts) {
    /** Copies the list. */
    public Split {
      parts = List.copyOf(parts);
    }
  }

  /**
   * A part of a function.
   *
   * @param parameters the types of its parameters, as they are written in the binary format
   * @param results those of its results
   * @param body its locals and instructions
   */
  @SuppressWarnings("ArrayRecordComponent") // nobody compares them
  public record Part(byte[] parameters, byte[] results, byte[] body) {}

  /** Whether a body of so many bytes may have to be split. */
  static boolean isLarge(int bytes, int limit) {
    return bytes > TOLERANCE * limit;
  }

  /**
   * Splits a function.
   *
   * @param types what its body may refer to
   * @param type its type, by its index
   * @param body its locals and instructions, as they stand in the code section
   * @param firstPart the index by which to call the first part; those of the others follow
   * @param limit how many bytes of instructions may stay together; more do where there is no way
   * @return null when it stays as it is
   */
  public static @Nullable Split split(
      NumberTypes types, int type, byte[] body, int firstPart, int limit) {
    Layout layout = isLarge(body.length, limit) ? Layout.of(types, type, body) : null;
    if (layout == null) {
      return null;
    }
    List<Chunk> chunks = new ChunkPlanner(layout, limit).plan();
    if (chunks.isEmpty()) {
      return null;
    }
    int parameters = Objects.requireNonNull(types.parameters[type]).length;
    return ChunkWriter.write(layout, chunks, parameters, firstPart);
  }
}
