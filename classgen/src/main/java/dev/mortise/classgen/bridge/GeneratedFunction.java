package dev.mortise.classgen.bridge;

import dev.mortise.runtime.abi.layout.StringEncoding;
import dev.mortise.runtime.instance.CanonicalContext;
import dev.mortise.runtime.instance.RuntimeCaller;
import dev.mortise.runtime.instance.RuntimeFunction;
import dev.mortise.runtime.type.FuncType;
import dev.mortise.runtime.value.ComponentValue;
import dev.mortise.runtime.value.ValueChecker;
import java.lang.invoke.MethodHandle;
import java.lang.reflect.Method;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A lifted function, called with values, that runs as generated code. */
public final class GeneratedFunction implements RuntimeFunction {
  private final FuncType type;
  private final CanonicalContext context;
  private final MethodBridge bridge;
  private final MethodHandle code;
  private final RuntimeFunction interpreted;

  /**
   * A function.
   *
   * @param type its type as its component wrote it
   * @param code an object of the lifted function's class
   * @param interpreted the same function for calls that the code is not for: those of components,
   *     and those with values that have no Java form
   */
  public GeneratedFunction(
      FuncType type,
      CanonicalContext context,
      MethodBridge bridge,
      Object code,
      RuntimeFunction interpreted) {
    this.type = type;
    this.context = context;
    this.bridge = bridge;
    this.code = Members.bound(call(code.getClass()), code);
    this.interpreted = interpreted;
  }

  private static Method call(Class<?> code) {
    for (Method method : code.getDeclaredMethods()) {
      if (method.getName().equals("call")) {
        return method;
      }
    }
    throw new IllegalStateException(code + " has no method to call");
  }

  @Override
  public ComponentValue call(List<ComponentValue> arguments, @Nullable RuntimeCaller caller) {
    if (caller != null) {
      return interpreted.call(arguments, caller);
    }
    ValueChecker.checkArguments(arguments, type);
    context.checkHandles(arguments, type);
    Object[] objects;
    try {
      objects = bridge.toJava(arguments, context.owner());
    } catch (NoJavaFormException e) {
      return interpreted.call(arguments, null);
    }
    Object result;
    try {
      result = (Object) code.invokeExact(objects);
    } catch (Throwable e) {
      ComponentValue error = bridge.thrown(e);
      if (error == null) {
        throw Members.unchecked(e);
      }
      return error;
    }
    return bridge.returned(result);
  }

  @Override
  public @Nullable StringEncoding encoding() {
    return interpreted.encoding();
  }
}
