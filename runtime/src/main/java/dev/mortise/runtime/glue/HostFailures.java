package dev.mortise.runtime.glue;

import dev.mortise.runtime.engine.CoreFunction;
import dev.mortise.runtime.error.Diagnostic;
import dev.mortise.runtime.error.GuestFrame;
import dev.mortise.runtime.error.MortiseException;
import dev.mortise.runtime.error.TrapException;
import java.util.function.Predicate;

/** What Java code throws that a component called: it ends the component's call as a trap. */
public final class HostFailures {
  private HostFailures() {}

  /** The exception to throw into the component, from generated code. */
  public static RuntimeException trap(String name, Throwable e) {
    if (e instanceof Error error) {
      throw error;
    }
    return trap(name, (Exception) e, CoreFunction::isCaller);
  }

  /**
   * The exception to throw into the component.
   *
   * @param name what the component calls the function
   * @param boundary tells the name of the class that called the function
   */
  public static RuntimeException trap(String name, Exception e, Predicate<String> boundary) {
    if (e instanceof MortiseException ours) {
      if (ours instanceof TrapException trap) {
        trap.addFrame(new GuestFrame(null, "host function", name, -1, -1));
      }
      return ours;
    }
    if (e instanceof InterruptedException) {
      Thread.currentThread().interrupt();
    }
    TrapException trap =
        new TrapException(
            Diagnostic.of("host-function-failed", "host function " + name).because("it threw " + e),
            e);
    for (StackTraceElement element : e.getStackTrace()) {
      if (boundary.test(element.getClassName())) {
        break;
      }
      trap.addFrame(new GuestFrame(null, element.getClassName(), element.getMethodName(), -1, -1));
    }
    return trap;
  }
}
