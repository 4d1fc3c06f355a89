package dev.mortise.jsbridge.entry;

import dev.mortise.runtime.error.CallException;
import dev.mortise.runtime.error.Diagnostic;
import dev.mortise.runtime.error.GuestFrame;
import dev.mortise.runtime.error.LinkException;
import dev.mortise.runtime.error.MortiseException;
import dev.mortise.runtime.error.TrapException;
import dev.mortise.runtime.error.ValueException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/**
 * What the glue of one instance calls: generated classes add a method for each function of the
 * component and for each part of each of its types. JavaScript sees it inside the glue alone.
 *
 * <p>A method that fails throws one exception that says nothing, and {@link #failure} says what
 * happened: so no exception of Java's gets into JavaScript.
 */
public abstract class Entry {
  /** Nothing failed. */
  static final int NONE = 0;

  /** The function returned its error. */
  static final int ERR = 1;

  /** The component trapped. */
  static final int TRAP = 2;

  /** A value was refused. */
  static final int REFUSED = 3;

  /** The instance could not be called. */
  static final int UNCALLABLE = 4;

  /** Stands for the failure, without a stack trace. */
  private static final class Signal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Signal() {
      super("mortise", null, false, false);
    }
  }

  private final HostCalls calls = new HostCalls();
  private int failure;
  private @Nullable Throwable thrown;

  /** An entry of an instance that is still to be made. */
  protected Entry() {}

  /** What the imports of the instance are. */
  public final HostCalls calls() {
    return calls;
  }

  /** Says which objects the functions are called on: that of the world. */
  public abstract void attach(Object world);

  /**
   * Takes note of what a call threw.
   *
   * @param expected the exception of the function's error, or null when it has none
   * @return what the calling method has to throw
   */
  public final RuntimeException failed(Throwable e, @Nullable Class<?> expected) {
    if (e instanceof Signal signal) {
      return signal;
    }
    if (expected != null && expected.isInstance(e)) {
      failure = ERR;
    } else {
      PolyglotException guests = ofJavaScript(e);
      if (guests != null) {
        // Back in JavaScript it is the very error that was thrown there.
        return guests;
      }
      failure =
          switch (e) {
            case ValueException refused -> REFUSED;
            case CallException uncallable -> UNCALLABLE;
            default -> TRAP;
          };
    }
    thrown = e;
    return new Signal();
  }

  /** The exception of JavaScript's, or of the context itself, that caused an exception. */
  static @Nullable PolyglotException ofJavaScript(Throwable e) {
    if (e instanceof TrapException trap && trap.code().equals("instance-poisoned")) {
      return null;
    }
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof PolyglotException polyglot && !polyglot.isHostException()) {
        return polyglot;
      }
    }
    return null;
  }

  /** Takes note that a function has returned its error; gives what its caller has to throw. */
  public RuntimeException returnedError() {
    failure = ERR;
    return new Signal();
  }

  /** The exception to throw to Java for a trap: what JavaScript threw, where that is its cause. */
  public static RuntimeException rethrown(TrapException e) {
    PolyglotException guests = ofJavaScript(e);
    return guests == null ? e : guests;
  }

  /** The exception that carries a function's error. */
  protected final Throwable error() {
    Throwable error = thrown;
    if (error == null) {
      throw new IllegalStateException("no call has failed");
    }
    thrown = null;
    return error;
  }

  /** Takes note of the error that an import returns: its caller throws it. */
  protected final void raise(Throwable error) {
    calls.raise(error);
  }

  /** What kind of failure ended the last call: asking forgets it. */
  @HostAccess.Export
  public final int failure() {
    int kind = failure;
    failure = NONE;
    return kind;
  }

  /** What is to be said of the failure, with its code. */
  @HostAccess.Export
  public final String message() {
    Throwable e = thrown;
    return e == null ? "" : String.valueOf(e instanceof MortiseException ? e.getMessage() : e);
  }

  /** The stable code of the failure. */
  @HostAccess.Export
  public final String code() {
    return thrown instanceof MortiseException ours ? ours.code() : "internal-error";
  }

  /** Where the component was when it failed: a line for each frame, the innermost first. */
  @HostAccess.Export
  public final String frames() {
    List<GuestFrame> frames = thrown instanceof TrapException trap ? trap.guestStack() : List.of();
    thrown = null;
    return String.join("\n", frames.stream().map(GuestFrame::toString).toList());
  }

  /** An empty list that elements are added to. */
  @HostAccess.Export
  public final Object list(int capacity) {
    return new ArrayList<Object>(capacity);
  }

  /** How many elements a list has. */
  @HostAccess.Export
  public final int size(Object list) {
    return ((List<?>) list).size();
  }

  /** An empty map that entries are added to. */
  @HostAccess.Export
  public final Object map() {
    return new java.util.LinkedHashMap<Object, Object>();
  }

  /** The entries of a map, as a list. */
  @HostAccess.Export
  public final Object entries(Object map) {
    return new ArrayList<>(((Map<?, ?>) map).entrySet());
  }

  /** No value of an option. */
  @HostAccess.Export
  public final Object none() {
    return Optional.empty();
  }

  /** Whether an option has a value. */
  @HostAccess.Export
  public final boolean isSome(Object option) {
    return ((Optional<?>) option).isPresent();
  }

  /** Whether a result is success. */
  @HostAccess.Export
  public final boolean isOk(Object result) {
    return ((dev.mortise.runtime.Result<?, ?>) result).isOk();
  }

  /**
   * Numbers as a Java array, by one copy.
   *
   * @param kind the element's type in the JVM: one of {@code BSIJFD}
   * @param buffer an {@code ArrayBuffer}
   */
  @HostAccess.Export
  public final Object numbers(String kind, Value buffer, int byteOffset, int byteLength) {
    return Numbers.read(kind.charAt(0), buffer, byteOffset, byteLength);
  }

  /** How many bytes the numbers of an array take. */
  @HostAccess.Export
  public final int byteLength(Object array) {
    return Numbers.byteLength(array);
  }

  /** The bytes of an array of numbers, as what {@code ArrayBuffer} takes. */
  @HostAccess.Export
  public final Object bytes(Object array) {
    return Numbers.bytes(array);
  }

  /** Copies the bytes of an array of numbers where {@link #bytes} cannot be read. */
  @HostAccess.Export
  public final void copy(Object array, Value buffer) {
    Numbers.copy(array, buffer);
  }

  /** Drops a handle; gives whether that went well. */
  @HostAccess.Export
  public final boolean drop(Object resource) {
    try {
      ((AutoCloseable) resource).close();
      return true;
    } catch (Exception e) {
      throw failed(e, null);
    }
  }

  /** The object of JavaScript's that stands for a resource of JavaScript's. */
  @HostAccess.Export
  public final Object hosted(Object resource) {
    if (resource instanceof HostResource ours) {
      return ours.object();
    }
    throw new LinkException(
        Diagnostic.of("resource-of-another-host", "resource")
            .expecting("an object of JavaScript's", "one of Java's")
            .because(
                "a module supplies the interface of the resource type, and Java the one that has"
                    + " made the resource")
            .withHint("Let modules supply both interfaces, or Java."));
  }
}
