package dev.mortise.runtime.glue;

import dev.mortise.runtime.engine.CoreMemory;
import dev.mortise.runtime.instance.CanonicalContext;
import dev.mortise.runtime.view.ByteView;
import java.nio.ByteBuffer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Lists of bytes that are read where they are, on either side. A range is one {@code long}, as in
 * {@link Lists}.
 *
 * <p>Spec: {@code CanonicalABI.md#loading} and {@code #storing}.
 */
public final class Views {
  private static final int CHUNK = 8192;

  private Views() {}

  /** What came out of who uses a lent result. */
  private record Failure(Throwable thrown) {}

  /** Lifts bytes without a copy. */
  public static GuestBytes load(CanonicalContext context, int address, int length) {
    int checked = Lists.check(context, address, length, 1, Byte.BYTES);
    return new GuestBytes(context.memory(), Integer.toUnsignedLong(address), checked);
  }

  /**
   * Lowers bytes by one copy.
   *
   * @param bytes an array, a buffer, from whose position to whose limit they lie, or a view
   */
  public static long store(CanonicalContext context, @Nullable Object bytes) {
    return switch (bytes) {
      case byte[] array -> Lists.store(context, array);
      case ByteBuffer buffer -> store(context, buffer);
      case ByteView view -> store(context, view);
      case null -> throw new NullPointerException("bytes that are null");
      default -> throw new ClassCastException("bytes that are a " + bytes.getClass().getName());
    };
  }

  private static long store(CanonicalContext context, ByteBuffer buffer) {
    int position = buffer.position();
    int length = buffer.remaining();
    int address = Lists.allocate(context, length, 1, Byte.BYTES);
    if (length > 0) {
      context.memory().write(Integer.toUnsignedLong(address), buffer, position, length);
    }
    return range(address, length);
  }

  private static long store(CanonicalContext context, ByteView view) {
    int length = view.length();
    int address = Lists.allocate(context, length, 1, Byte.BYTES);
    long target = Integer.toUnsignedLong(address);
    if (view instanceof GuestBytes guest) {
      guest.storeTo(context.memory(), target);
    } else {
      copy(view, length, context.memory(), target);
    }
    return range(address, length);
  }

  /** Copies a view that somebody else wrote: it does not get hold of the memory's own array. */
  private static void copy(ByteView view, int length, CoreMemory memory, long address) {
    byte[] chunk = new byte[Math.min(length, CHUNK)];
    for (int done = 0; done < length; ) {
      int count = Math.min(length - done, CHUNK);
      view.copyTo(done, chunk, 0, count);
      memory.write(address + done, chunk, 0, count);
      done += count;
    }
  }

  private static long range(int address, int length) {
    return (long) address << 32 | length;
  }

  /** The bytes as an array, for a call that goes by way of values. */
  public static byte[] array(@Nullable Object bytes) {
    return switch (bytes) {
      case byte[] array -> array;
      case ByteBuffer buffer -> {
        byte[] array = new byte[buffer.remaining()];
        buffer.get(buffer.position(), array);
        yield array;
      }
      case ByteView view -> view.toByteArray();
      case null -> throw new NullPointerException("bytes that are null");
      default -> throw new ClassCastException("bytes that are a " + bytes.getClass().getName());
    };
  }

  /** Ends a view, if there is one. */
  public static void end(@Nullable ByteView view) {
    if (view instanceof GuestBytes guest) {
      guest.end();
    }
  }

  /**
   * Lends a result and ends it.
   *
   * @return what {@link #outcome} takes once the call has ended
   */
  public static @Nullable Object lend(
      ByteView view, Function<? super ByteView, ? extends @Nullable Object> use) {
    try {
      return use.apply(view);
    } catch (Throwable e) {
      // The guest is to end its call as it would have: it is not its fault.
      return new Failure(e);
    } finally {
      end(view);
    }
  }

  /** Lends a result to one who returns nothing, and ends it. */
  public static @Nullable Object lendTo(ByteView view, Consumer<? super ByteView> use) {
    try {
      use.accept(view);
      return null;
    } catch (Throwable e) {
      return new Failure(e);
    } finally {
      end(view);
    }
  }

  /** What the user of a lent result returned; or throws what it threw. */
  public static @Nullable Object outcome(@Nullable Object lent) {
    if (lent instanceof Failure(Throwable thrown)) {
      Views.<RuntimeException>throwAsItIs(thrown);
    }
    return lent;
  }

  @SuppressWarnings("unchecked") // no cast at run time: a checked exception passes as well
  private static <E extends Throwable> void throwAsItIs(Throwable thrown) throws E {
    throw (E) thrown;
  }
}
