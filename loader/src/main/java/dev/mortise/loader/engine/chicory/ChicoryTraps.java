package dev.mortise.loader.engine.chicory;

import com.dylibso.chicory.runtime.ChicoryInterruptedException;
import com.dylibso.chicory.runtime.WasmException;
import com.dylibso.chicory.wasm.ChicoryException;
import com.dylibso.chicory.wasm.UnlinkableException;
import dev.mortise.loader.error.Diagnostic;
import dev.mortise.loader.error.LinkException;
import dev.mortise.loader.error.MortiseException;
import dev.mortise.loader.error.TrapException;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes our one trap type of the many exceptions by which the engine ends a call. What Java code
 * below the call has thrown goes through as it is.
 */
final class ChicoryTraps {
  private ChicoryTraps() {}

  static <T extends @Nullable Object> T guard(Supplier<T> call) {
    try {
      return call.get();
    } catch (UnlinkableException e) {
      throw new LinkException(
          Diagnostic.of("core-link", "core module").because(String.valueOf(e.getMessage())));
    } catch (ChicoryInterruptedException e) {
      throw trap("interrupted", "the thread was interrupted", e);
    } catch (WasmException e) {
      throw trap("uncaught-exception", "a wasm exception was not caught", e);
    } catch (ChicoryException e) {
      MortiseException ours = ours(e);
      throw ours != null ? ours : trap(e);
    } catch (StackOverflowError e) {
      throw trap("stack-exhausted", "call stack exhausted", e);
    } catch (ArithmeticException e) {
      throw trap("arithmetic", String.valueOf(e.getMessage()), e);
    } catch (IndexOutOfBoundsException e) {
      throw trap("out-of-bounds", "out of bounds memory access: " + e.getMessage(), e);
    } catch (NegativeArraySizeException | OutOfMemoryError e) {
      throw trap("out-of-memory", "the engine ran out of memory", e);
    }
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
    String code;
    if (text.contains("unreachable")) {
      return trap("unreachable", "wasm `unreachable` instruction executed", e);
    } else if (text.contains("call stack exhausted")) {
      code = "stack-exhausted";
    } else if (text.contains("out of bounds") || text.contains("undefined element")) {
      code = "out-of-bounds";
    } else if (text.contains("divide") || text.contains("overflow") || text.contains("integer")) {
      code = "arithmetic";
    } else if (text.contains("indirect call") || text.contains("uninitialized element")) {
      code = "indirect-call";
    } else {
      code = "core-trap";
    }
    return trap(code, message, e);
  }

  private static TrapException trap(String code, String why, Throwable cause) {
    return new TrapException(Diagnostic.of(code, "wasm trap").because(why), cause);
  }
}
