package dev.mortise.jsbridge.untyped;

import dev.mortise.jsbridge.entry.HostCalls;
import dev.mortise.runtime.glue.HostFailures;
import dev.mortise.runtime.instance.RuntimeFunction;
import dev.mortise.runtime.type.FuncType;
import dev.mortise.runtime.type.ResultType;
import dev.mortise.runtime.type.ValType;
import dev.mortise.runtime.value.ComponentValue;
import dev.mortise.runtime.value.ComponentValue.ResultValue;
import java.util.ArrayList;
import java.util.List;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/** The imports of one instance that have no form in Java: they call the glue with values. */
public final class ValueHost {
  private final ValueTypes types;
  private final ValueEntry entry;
  private final List<Value> functions;

  /**
   * The imports of an instance.
   *
   * @param functions the functions of the glue, by number
   */
  public ValueHost(ValueTypes types, ValueEntry entry, List<Value> functions) {
    this.types = types;
    this.entry = entry;
    this.functions = List.copyOf(functions);
  }

  /**
   * The function of a path, such as {@code docs:clock/now#hour}.
   *
   * @return null when it has a form in Java, or none at all
   */
  public @Nullable RuntimeFunction function(String path) {
    ValueTypes.Import found = types.importOf(path);
    return found == null ? null : (arguments, caller) -> call(path, found, arguments);
  }

  private ComponentValue call(
      String path, ValueTypes.Import function, List<ComponentValue> arguments) {
    FuncType type = function.type();
    List<Object> wires = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      wires.add(ValueWires.toWire(arguments.get(i), type.params().get(i).type()));
    }
    try {
      Value wire = HostCalls.execute(functions.get(function.number()), wires.toArray());
      ComponentValue raised = entry.takeRaised();
      return raised == null ? returned(wire, type.result()) : raised;
    } catch (RuntimeException e) {
      throw HostFailures.trap(path, e);
    }
  }

  private static ComponentValue returned(Value wire, @Nullable ValType type) {
    if (type == null) {
      return ComponentValue.UNIT;
    }
    if (type.structure() instanceof ResultType either) {
      ValType ok = either.ok();
      return new ResultValue(true, ok == null ? null : ValueWires.fromWire(wire, ok));
    }
    return ValueWires.fromWire(wire, type);
  }
}
