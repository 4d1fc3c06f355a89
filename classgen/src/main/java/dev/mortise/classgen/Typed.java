package dev.mortise.classgen;

import dev.mortise.classgen.mapping.ClassName;
import dev.mortise.classgen.view.Views;
import dev.mortise.runtime.Imports;
import dev.mortise.runtime.error.LinkException;
import java.util.Map;
import java.util.function.Function;

/**
 * A component under a world that Java code knows. Immutable, for use by any thread.
 *
 * @param <W> the interface of the world
 */
public final class Typed<W> {
  private final TypedComponent component;
  private final Function<Object, W> adapter;
  private final Map<ClassName, Views.Implemented> views;

  /** Checks the interface against the component. */
  Typed(TypedComponent component, Class<W> world) {
    this.component = component;
    ExportViews found = new ExportViews(component.model());
    adapter = Adapters.of(component.world(), world, component.classLoader(), found);
    views = found.implemented();
  }

  /**
   * Matches the imports, plans the instantiation and makes the code once, for any number of
   * instances.
   *
   * @throws LinkException when an import is missing or does not fit
   */
  public Linked<W> link(Imports imports) {
    LinkedWorld linked = component.link(imports, views);
    return () -> adapter.apply(linked.instantiate());
  }

  /** Makes an instance. */
  public W instantiate(Imports imports) {
    return link(imports).instantiate();
  }

  /**
   * A component whose imports are matched and whose code is made.
   *
   * @param <W> the interface of the world
   */
  @FunctionalInterface
  public interface Linked<W> {
    /** Makes an instance. */
    W instantiate();
  }
}
