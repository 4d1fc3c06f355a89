package dev.mortise.runtime.error;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The component trapped: execution stopped for a reason that the specification calls a trap. {@link
 * #guestStack()} says where.
 */
public final class TrapException extends MortiseException {
  private static final long serialVersionUID = 1L;

  /** The most frames that are kept: of a runaway recursion the innermost. */
  private static final int MAX_FRAMES = 200;

  private final transient List<GuestFrame> frames = new ArrayList<>();
  private transient int claimed;
  private transient int calls;
  private transient StackTraceElement @Nullable [] origin;

  /** An exception that carries one finding. */
  public TrapException(Diagnostic diagnostic) {
    super(List.of(diagnostic), null);
  }

  /** An exception that carries one finding and what caused it. */
  public TrapException(Diagnostic diagnostic, @Nullable Throwable cause) {
    super(List.of(diagnostic), cause);
  }

  /** The core functions and the Java code that were running, the innermost first. */
  public List<GuestFrame> guestStack() {
    return List.copyOf(frames);
  }

  /** Adds the next frame outward, while the exception is on its way. */
  public void addFrame(GuestFrame frame) {
    if (frames.size() < MAX_FRAMES) {
      frames.add(frame);
    }
  }

  /**
   * Counts the calls into the engine that the exception has left; gives how many there were before.
   */
  public int crossCall() {
    return calls++;
  }

  /**
   * Says in which component instance the core functions ran whose frames have none yet, when the
   * exception leaves the instance.
   */
  public void leave(String instance) {
    for (int i = claimed; i < frames.size(); i++) {
      if (!frames.get(i).isHost()) {
        frames.set(i, frames.get(i).in(instance));
      }
    }
    claimed = frames.size();
  }

  /**
   * Writes the guest's frames into the Java stack trace, in place of the engine's and our own, when
   * the exception leaves the loader: below them stands the Java code that called in.
   */
  public void publish() {
    if (frames.isEmpty()) {
      return;
    }
    if (origin == null) {
      origin = getStackTrace();
    }
    List<StackTraceElement> trace = new ArrayList<>();
    frames.forEach(frame -> trace.add(frame.element()));
    int outer = origin.length;
    while (outer > 0 && !OwnFrames.has(origin[outer - 1].getClassName())) {
      outer--;
    }
    for (int i = Math.max(0, outer - 1); i < origin.length; i++) {
      trace.add(origin[i]);
    }
    setStackTrace(trace.toArray(StackTraceElement[]::new));
  }
}
