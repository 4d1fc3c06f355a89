package dev.mortise.runtime.error;

import org.jspecify.annotations.Nullable;

/**
 * One frame of the stack of a trap: a core function, or Java code that the guest called.
 *
 * @param instance the component instance that it ran in, or null for Java code
 * @param module the core module, or the Java class
 * @param function the function's name, or its number when it has none
 * @param index the function's index in its core module, -1 for Java code
 * @param offset the absolute offset of its first instruction in the file, or -1
 */
public record GuestFrame(
    @Nullable String instance, String module, String function, int index, long offset) {

  /** Whether it is Java code. */
  public boolean isHost() {
    return index < 0;
  }

  /** This frame in a component instance. */
  public GuestFrame in(String instance) {
    return new GuestFrame(instance, module, function, index, offset);
  }

  /** The frame as an element of a Java stack trace. */
  StackTraceElement element() {
    return isHost()
        ? new StackTraceElement(module, function, null, -1)
        : new StackTraceElement(
            null,
            null,
            null,
            instance == null ? "wasm" : instance,
            function,
            module + " func " + index + (offset < 0 ? "" : " at 0x" + Long.toHexString(offset)),
            -1);
  }

  /** The frame in one line, such as {@code upper (text.c at 0x5d, func 12)}. */
  @Override
  public String toString() {
    if (isHost()) {
      return "Java " + module + "." + function;
    }
    return function
        + " ("
        + (instance == null ? "" : instance + " > ")
        + module
        + ", func "
        + index
        + (offset < 0 ? "" : ", offset 0x" + Long.toHexString(offset))
        + ")";
  }
}
