package dev.mortise.jdkmodulelayer.define;

import dev.mortise.runtime.error.ComponentLayerException;
import dev.mortise.runtime.error.Diagnostic;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The method that an application begins with, by the launch protocol of {@code java} (JEP 512). */
public final class MainMethod {
  private final Class<?> type;
  private final Method method;

  private MainMethod(Class<?> type, Method method) {
    this.type = type;
    this.method = method;
  }

  /**
   * Finds a main method.
   *
   * @param type a class of a module whose package is open to ours
   * @throws ComponentLayerException when it has none
   */
  static MainMethod of(Module module, Class<?> type) {
    for (Class<?>[] parameters : new Class<?>[][] {{String[].class}, {}}) {
      for (Class<?> in = type; in != null && in.getModule() == module; in = in.getSuperclass()) {
        Method found = declared(in, parameters);
        if (found != null) {
          return new MainMethod(type, found);
        }
      }
    }
    throw new ComponentLayerException(
        Diagnostic.of(
                "no-main-method", "class " + type.getName() + " in module " + module.getName())
            .expecting("a method main", "none")
            .withHint("Write one: public static void main(String[] arguments)"));
  }

  private static @Nullable Method declared(Class<?> in, Class<?>[] parameters) {
    try {
      Method method = in.getDeclaredMethod("main", parameters);
      boolean fits =
          method.getReturnType() == void.class && !Modifier.isPrivate(method.getModifiers());
      return fits ? method : null;
    } catch (NoSuchMethodException e) {
      return null;
    }
  }

  /** Runs it in this thread, with its own class loader as the thread's. */
  public void run(String... arguments) throws Throwable {
    Thread.currentThread().setContextClassLoader(type.getClassLoader());
    try {
      Object receiver = Modifier.isStatic(method.getModifiers()) ? null : instance();
      method.setAccessible(true);
      if (method.getParameterCount() == 0) {
        method.invoke(receiver);
      } else {
        method.invoke(receiver, (Object) arguments);
      }
    } catch (InvocationTargetException e) {
      Throwable failure = e.getCause() == null ? e : e.getCause();
      cut(failure, Collections.newSetFromMap(new IdentityHashMap<>()));
      throw failure;
    }
  }

  private Object instance() throws ReflectiveOperationException {
    Constructor<?> constructor = type.getDeclaredConstructor();
    constructor.setAccessible(true);
    return constructor.newInstance();
  }

  /**
   * Takes what called the main method out of stack traces: {@code java} shows nothing of itself.
   */
  private void cut(Throwable failure, Set<Throwable> seen) {
    if (!seen.add(failure)) {
      return;
    }
    String in = method.getDeclaringClass().getName();
    StackTraceElement[] trace = failure.getStackTrace();
    for (int ours = 0; ours < trace.length; ours++) {
      if (trace[ours].getClassName().equals(MainMethod.class.getName())) {
        int end = ours;
        while (end > 0 && !trace[end - 1].getClassName().equals(in)) {
          end--;
        }
        failure.setStackTrace(Arrays.copyOf(trace, end));
        break;
      }
    }
    if (failure.getCause() != null) {
      cut(failure.getCause(), seen);
    }
    for (Throwable other : failure.getSuppressed()) {
      cut(other, seen);
    }
  }
}
