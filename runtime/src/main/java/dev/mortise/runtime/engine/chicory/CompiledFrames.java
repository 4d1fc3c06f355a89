package dev.mortise.runtime.engine.chicory;

import dev.mortise.runtime.engine.CoreFunction;
import dev.mortise.runtime.error.GuestFrame;
import dev.mortise.runtime.error.TrapException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the frames of compiled functions in Java stack traces. Each module is compiled to classes
 * of a name of its own, and function 12 to a method {@code func_12}.
 */
final class CompiledFrames {
  private static final String PREFIX = "dev.mortise.guest.Module";

  /** The classes of a module: its name, and what the compiler adds to it. */
  private static final Pattern CLASS = Pattern.compile("(.*\\bModule[0-9]+_).*");

  private static final Pattern METHOD = Pattern.compile("func_([0-9]+)");
  private static final AtomicInteger NEXT = new AtomicInteger();
  private static final WeakValues<String, GuestNames> MODULES = new WeakValues<>();

  private CompiledFrames() {}

  /** The class name for the code of one module. */
  static String className(GuestNames names) {
    String name = PREFIX + NEXT.getAndIncrement() + "_";
    GuestNames unused = MODULES.get(name, n -> names);
    return name;
  }

  /**
   * Makes the names of a module known by one of its classes, which were made in another process:
   * here other classes may have their names, but for those of the same loader.
   */
  static void register(Class<?> type, GuestNames names) {
    Matcher compiled = CLASS.matcher(type.getName());
    if (compiled.matches()) {
      ClassLoader loader = type.getClassLoader();
      String key = inLoader(loader == null ? null : loader.getName(), compiled.group(1));
      GuestNames unused = MODULES.get(key, n -> names);
    }
  }

  private static String inLoader(@Nullable String loader, String className) {
    return (loader == null ? "" : loader) + "/" + className;
  }

  /**
   * Makes the names of a module known by the name of the loader of its classes, which no other
   * loader has: the classes' own names may be those of another with the same code.
   */
  static void registerLoader(String loaderName, GuestNames names) {
    GuestNames unused = MODULES.get(loaderName, n -> names);
  }

  /** Whether a method belongs to the code of a module. */
  static boolean isCompiled(StackTraceElement element) {
    return names(element) != null;
  }

  private static @Nullable GuestNames names(StackTraceElement element) {
    Matcher compiled = CLASS.matcher(element.getClassName());
    if (!compiled.matches()) {
      return null;
    }
    String loader = element.getClassLoaderName();
    GuestNames found = loader == null ? null : MODULES.get(loader);
    if (found == null) {
      found = MODULES.get(inLoader(loader, compiled.group(1)));
    }
    return found == null ? MODULES.get(compiled.group(1)) : found;
  }

  /**
   * Adds the frames between two calls into the engine.
   *
   * @param trace the trace of where the trap arose
   * @param crossed how many such calls lie inward of these frames
   */
  static void add(TrapException trap, StackTraceElement[] trace, int crossed) {
    int calls = 0;
    for (StackTraceElement element : trace) {
      if (isCall(element)) {
        calls++;
        if (calls > crossed) {
          return;
        }
      } else if (calls == crossed) {
        GuestFrame frame = frame(element);
        if (frame != null) {
          trap.addFrame(frame);
        }
      }
    }
  }

  private static boolean isCall(StackTraceElement element) {
    return (element.getClassName().equals(ChicoryTraps.class.getName())
            && element.getMethodName().equals("guard"))
        || (CoreFunction.isCaller(element.getClassName())
            && element.getMethodName().equals(CoreFunction.CALLER_METHOD));
  }

  private static @Nullable GuestFrame frame(StackTraceElement element) {
    Matcher method = METHOD.matcher(element.getMethodName());
    if (!method.matches()) {
      return null;
    }
    GuestNames found = names(element);
    int function = Integer.parseInt(method.group(1));
    return found == null || found.isImport(function) ? null : found.frame(function);
  }
}
