package dev.mortise.loader.link;

import dev.mortise.loader.error.Diagnostic;
import dev.mortise.loader.error.ValueException;
import dev.mortise.loader.glue.HostFailures;
import dev.mortise.loader.instance.RuntimeCaller;
import dev.mortise.loader.instance.RuntimeFunction;
import dev.mortise.loader.type.FuncType;
import dev.mortise.loader.type.ValType;
import dev.mortise.loader.value.ComponentValue;
import dev.mortise.loader.value.ValueConverter;
import dev.mortise.loader.value.ValuePath;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A Java function under the type that the component imports it with. */
record HostCall(String name, FuncType type, HostFunction function) implements RuntimeFunction {
  @Override
  public ComponentValue call(List<ComponentValue> arguments, @Nullable RuntimeCaller caller) {
    return converted(run(arguments));
  }

  private @Nullable Object run(List<ComponentValue> arguments) {
    try {
      return function.call(arguments);
    } catch (Exception e) {
      throw HostFailures.trap(name, e, HostCall.class.getName());
    }
  }

  private ComponentValue converted(@Nullable Object result) {
    ValType expected = type.result();
    if (expected != null) {
      return ValueConverter.convert(result, expected, ValuePath.result());
    }
    if (result == null || result.equals(ComponentValue.UNIT)) {
      return ComponentValue.UNIT;
    }
    throw new ValueException(
        Diagnostic.of("value-type", "host function " + name)
            .expecting("null, for the function has no result", String.valueOf(result)));
  }
}
