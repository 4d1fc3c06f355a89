package dev.mortise.classgen;

import dev.mortise.classgen.mapping.ClassName;
import dev.mortise.classgen.view.Views;
import dev.mortise.loader.Instance;
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
    return new Linked<>(component.link(imports, views), adapter);
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
  public static final class Linked<W> {
    private final LinkedWorld linked;
    private final Function<Object, W> adapter;

    Linked(LinkedWorld linked, Function<Object, W> adapter) {
      this.linked = linked;
      this.adapter = adapter;
    }

    /**
     * The same code with other objects for the imports, of the same interfaces.
     *
     * @see LinkedWorld#with
     */
    public Linked<W> with(Imports imports) {
      return new Linked<>(linked.with(imports), adapter);
    }

    /** Makes an instance. */
    public W instantiate() {
      return adapter.apply(linked.instantiate());
    }

    /** Makes an instance, and gives it with the types of the component's own and without too. */
    public Both<W> instantiateBoth() {
      LinkedWorld.Pair made = linked.instantiateBoth();
      return new Both<>(adapter.apply(made.world()), made.world(), made.instance());
    }
  }

  /**
   * An instance.
   *
   * @param world the object of the interface that was asked for
   * @param declared the object of the component's own world
   * @param instance the same without types
   * @param <W> the interface of the world
   */
  public record Both<W>(W world, Object declared, Instance instance) {}
}
