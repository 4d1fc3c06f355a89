package dev.mortise.loader;

import dev.mortise.loader.error.CallException;
import dev.mortise.loader.error.TrapException;
import dev.mortise.loader.instance.RuntimeItem;
import dev.mortise.loader.type.FuncType;
import dev.mortise.loader.value.ComponentValue;
import dev.mortise.loader.value.ValueConverter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A function that an instance exports. */
public final class ComponentFunction {
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

  RuntimeItem.Func item() {
    return item;
  }

  @Override
  public String toString() {
    return name + ": " + type;
  }
}
