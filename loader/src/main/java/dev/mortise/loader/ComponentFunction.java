package dev.mortise.loader;

import dev.mortise.runtime.error.CallException;
import dev.mortise.runtime.error.TrapException;
import dev.mortise.runtime.instance.RuntimeItem;
import dev.mortise.runtime.link.HostItem;
import dev.mortise.runtime.link.Supplied;
import dev.mortise.runtime.type.FuncType;
import dev.mortise.runtime.value.ComponentValue;
import dev.mortise.runtime.value.ValueConverter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A function that an instance exports. */
public final class ComponentFunction implements Supplied {
  private final FuncType type;
  private final RuntimeItem.Func item;
  private final String name;

  ComponentFunction(FuncType type, RuntimeItem.Func item, String name) {
    this.type = type;
    this.item = item;
    this.name = name;
  }

  /** The function's type. */
  public FuncType type() {
    return type;
  }

  /** The function's name. */
  public String name() {
    return name;
  }

  /**
   * Calls the function.
   *
   * @param arguments plain Java objects or {@link ComponentValue}s, converted strictly
   * @return the result, {@link ComponentValue#UNIT} when there is none
   * @throws CallException when the instance cannot be entered
   */
  public ComponentValue call(@Nullable Object... arguments) {
    return callValues(ValueConverter.arguments(type, arguments));
  }

  /** Calls the function with values of the parameters' types. */
  public ComponentValue callValues(List<ComponentValue> arguments) {
    try {
      return item.function().call(arguments, null);
    } catch (TrapException e) {
      e.publish();
      throw e;
    }
  }

  @Override
  public HostItem hostItem() {
    return new HostItem.Exported(item(), type());
  }

  RuntimeItem.Func item() {
    return item;
  }

  @Override
  public String toString() {
    return name + ": " + type;
  }
}
