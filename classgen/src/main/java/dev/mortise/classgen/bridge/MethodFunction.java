package dev.mortise.classgen.bridge;

import dev.mortise.classgen.mapping.JavaModel.MethodDecl;
import dev.mortise.runtime.glue.HostFailures;
import dev.mortise.runtime.instance.RuntimeCaller;
import dev.mortise.runtime.instance.RuntimeFunction;
import dev.mortise.runtime.value.ComponentValue;
import java.lang.invoke.MethodHandle;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A method of a Java object as a function that is called with values. */
public final class MethodFunction implements RuntimeFunction {
  private final String name;
  private final MethodBridge bridge;
  private final MethodHandle code;
  private final @Nullable Object owner;

  /**
   * A function.
   *
   * @param contract the interface that declares the method
   * @param owner the object of the generated unit, if any
   */
  public MethodFunction(
      MethodDecl method,
      MethodBridge bridge,
      Class<?> contract,
      Object object,
      @Nullable Object owner) {
    name = method.wit();
    this.bridge = bridge;
    this.owner = owner;
    Method found =
        Arrays.stream(contract.getMethods())
            .filter(m -> m.getName().equals(method.name()))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("no method " + method.name()));
    code = Members.bound(found, object);
  }

  @Override
  public ComponentValue call(List<ComponentValue> arguments, @Nullable RuntimeCaller caller) {
    try {
      return bridge.returned((Object) code.invokeExact(bridge.toJava(arguments, owner)));
    } catch (Throwable e) {
      ComponentValue error = thrown(e);
      if (error == null) {
        throw HostFailures.trap(name, e);
      }
      return error;
    }
  }

  private @Nullable ComponentValue thrown(Throwable e) {
    try {
      return bridge.thrown(e);
    } catch (NullPointerException | ClassCastException | IllegalArgumentException misfit) {
      throw HostFailures.trap(name, misfit);
    }
  }
}
