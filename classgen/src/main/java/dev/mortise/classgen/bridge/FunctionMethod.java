package dev.mortise.classgen.bridge;

import dev.mortise.runtime.error.Diagnostic;
import dev.mortise.runtime.error.TrapException;
import dev.mortise.runtime.error.UnsupportedComponentException;
import dev.mortise.runtime.instance.RuntimeFunction;
import dev.mortise.runtime.value.ComponentValue;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A function that is called with values, as the body of a Java method: it takes the arguments in an
 * array, a method's self first, and throws what the method declares.
 */
public final class FunctionMethod implements Function<@Nullable Object[], @Nullable Object> {
  private final String name;
  private final MethodBridge bridge;
  private final RuntimeFunction function;
  private final @Nullable Object owner;

  /**
   * A method body.
   *
   * @param name what messages call the function
   * @param owner the object of the generated unit, if any
   */
  public FunctionMethod(
      String name, MethodBridge bridge, RuntimeFunction function, @Nullable Object owner) {
    this.name = name;
    this.bridge = bridge;
    this.function = function;
    this.owner = owner;
  }

  /** The body of a method whose types have no bridge. */
  public static Function<@Nullable Object[], @Nullable Object> unsupported(String name) {
    return arguments -> {
      throw new UnsupportedComponentException(
          Diagnostic.of("unsupported-method", name)
              .because("neither is there code for it, nor can its values be passed on"));
    };
  }

  @Override
  public @Nullable Object apply(@Nullable Object[] arguments) {
    List<ComponentValue> values;
    try {
      values = bridge.toValues(arguments);
    } catch (Misfit e) {
      throw e.refusal("argument of " + name);
    }
    try {
      return bridge.toReturn(function.call(values, null), owner);
    } catch (TrapException e) {
      e.publish();
      throw e;
    } catch (Throwable e) {
      throw FunctionMethod.<RuntimeException>asDeclared(e);
    }
  }

  /** The caller's method declares the exception, though this one does not. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <E extends Throwable> E asDeclared(Throwable e) throws E {
    throw (E) e;
  }
}
