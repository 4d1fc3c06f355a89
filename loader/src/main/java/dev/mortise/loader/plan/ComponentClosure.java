package dev.mortise.loader.plan;

import dev.mortise.loader.validate.ValidatedComponent;
import dev.mortise.runtime.plan.ComponentItem;
import dev.mortise.runtime.type.ComponentType;
import org.jspecify.annotations.Nullable;

/**
 * A component as a value: its code, and the scope that it was defined in, of which outer aliases
 * take modules, components and types. Instantiating the parent twice gives two closures over one
 * code.
 */
public final class ComponentClosure implements ComponentItem {
  private final CodeUnit unit;
  private final ValidatedComponent component;
  private final @Nullable PlanScope environment;

  ComponentClosure(CodeUnit unit, ValidatedComponent component, @Nullable PlanScope environment) {
    this.unit = unit;
    this.component = component;
    this.environment = environment;
  }

  /** The component that fills a file. */
  public static ComponentClosure root(CodeUnit unit, ValidatedComponent component) {
    return new ComponentClosure(unit, component, null);
  }

  /** The file that the code stands in. */
  public CodeUnit unit() {
    return unit;
  }

  /** The code. */
  public ValidatedComponent component() {
    return component;
  }

  @Override
  public ComponentType type() {
    return component.type();
  }

  @Nullable PlanScope environment() {
    return environment;
  }

  @Override
  public String toString() {
    return "component at 0x" + Long.toHexString(component.decoded().offset());
  }
}
