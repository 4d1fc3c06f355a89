package dev.mortise.runtime.engine.chicory;

import com.dylibso.chicory.runtime.ChicoryInterruptedException;
import com.dylibso.chicory.runtime.ExportFunction;
import com.dylibso.chicory.runtime.WasmException;
import com.dylibso.chicory.wasm.ChicoryException;
import com.dylibso.chicory.wasm.UnlinkableException;
import dev.mortise.runtime.error.Diagnostic;
import dev.mortise.runtime.error.LinkException;
import dev.mortise.runtime.error.MortiseException;
import dev.mortise.runtime.error.TrapException;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes our one trap type of the many exceptions by which the engine ends a call. What Java code
 * below the call has thrown goes through as it is.
 */
final class ChicoryTraps {
  private ChicoryTraps() {}

  /** Runs a call into the engine. */
  static <T extends @Nullable Object> T guard(Supplier<T> call) {
    try {
      return call.get();
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      throw leaving(e);
    }
  }

  /** Runs a function. Its name is that of the other, by which stack traces are read. */
  static long @Nullable [] guard(ExportFunction function, long[] arguments) {
    try {
      return function.apply(arguments);
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      throw leaving(e);
    }
  }

  /** The exception of ours for what came out of a call, with the frames that it left. */
  static RuntimeException leaving(Throwable e) {
    RuntimeException ours = translate(e);
    if (ours instanceof TrapException trap) {
      Throwable origin = trap.getCause() == null ? trap : trap.getCause();
      CompiledFrames.add(trap, origin.getStackTrace(), trap.crossCall());
    }
    return ours;
  }

  /** The exception of ours for one of the engine; any other as it is, an error of Java thrown. */
  static RuntimeException translate(Throwable e) {
    return switch (e) {
      case MortiseException ours -> ours;
      case UnlinkableException link ->
          new LinkException(
              Diagnostic.of("core-link", "core module").because(String.valueOf(e.getMessage())));
      case ChicoryInterruptedException interrupted ->
          trap("interrupted", "the thread was interrupted", e);
      case WasmException exception ->
          trap("uncaught-exception", "thrown Wasm exception: nothing caught it", e);
      case ChicoryException chicory -> {
        MortiseException ours = ours(chicory);
        yield ours != null ? ours : trap(chicory);
      }
      case StackOverflowError overflow -> trap("stack-exhausted", "call stack exhausted", e);
      case ArithmeticException arithmetic -> trap("arithmetic", String.valueOf(e.getMessage()), e);
      case IndexOutOfBoundsException bounds ->
          trap("out-of-bounds", "out of bounds memory access: " + e.getMessage(), e);
      case OutOfMemoryError memory -> trap("out-of-memory", "the engine ran out of memory", e);
      case NegativeArraySizeException size ->
          trap("out-of-memory", "the engine ran out of memory", e);
      case RuntimeException other ->
          isEngine(other) ? trap("engine-failure", "the engine failed: " + other, e) : other;
      // An assertion of a test that the host has, say.
      case Error error -> throw error;
      default -> new IllegalStateException(e);
    };
  }

  /** Whether an exception arose in the engine or in code that it generated. */
  private static boolean isEngine(RuntimeException e) {
    StackTraceElement[] trace = e.getStackTrace();
    return trace.length > 0
        && (trace[0].getClassName().startsWith("com.dylibso.chicory.")
            || CompiledFrames.isCompiled(trace[0]));
  }

  /** The exception of ours that the engine has wrapped, if any. */
  private static @Nullable MortiseException ours(Throwable wrapper) {
    for (Throwable cause = wrapper.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof MortiseException ours) {
        return ours;
      }
    }
    return null;
  }

  private static TrapException trap(ChicoryException e) {
    String message = String.valueOf(e.getMessage());
    String text = message.toLowerCase(Locale.ROOT);
    if (text.contains("unreachable")) {
      return trap("unreachable", "wasm `unreachable` instruction executed", e);
    }
    String code;
    if (text.contains("call stack exhausted")) {
      code = "stack-exhausted";
    } else if (text.contains("indirect call") || text.contains("uninitialized element")) {
      code = "indirect-call";
    } else if (text.contains("out of bounds") || text.contains("undefined element")) {
      code = "out-of-bounds";
    } else if (text.contains("divide") || text.contains("overflow") || text.contains("integer")) {
      code = "arithmetic";
    } else {
      code = "core-trap";
    }
    return trap(code, message, e);
  }

  private static TrapException trap(String code, String why, Throwable cause) {
    return new TrapException(Diagnostic.of(code, "wasm trap").because(why), cause);
  }
}
