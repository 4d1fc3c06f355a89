package dev.mortise.loader.link;

import dev.mortise.runtime.error.Diagnostic;
import dev.mortise.runtime.error.ValueException;
import dev.mortise.runtime.glue.HostFailures;
import dev.mortise.runtime.instance.RuntimeCaller;
import dev.mortise.runtime.instance.RuntimeFunction;
import dev.mortise.runtime.link.HostFunction;
import dev.mortise.runtime.type.FuncType;
import dev.mortise.runtime.type.ValType;
import dev.mortise.runtime.value.ComponentValue;
import dev.mortise.runtime.value.ValueConverter;
import dev.mortise.runtime.value.ValuePath;
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
      throw HostFailures.trap(name, e, HostCall.class.getName()::equals);
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
