package dev.mortise.jdkmodulelayer;

import dev.mortise.jdkmodulelayer.define.DefinedLayer;
import dev.mortise.jdkmodulelayer.define.Instances;
import dev.mortise.jdkmodulelayer.resolve.Resolution;
import dev.mortise.runtime.error.ComponentLayerException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Components as modules of a {@link ModuleLayer}, their imports wired to one another.
 *
 * {@snippet :
 * var layer = ComponentLayer.builder().path(Path.of("components")).resolve("shop").define();
 * Cart cart = layer.get("shop", Cart.class);
 * }
 *
 * <p>Each component has one instance, made at its first use after those that it imports from, as a
 * module of JavaScript is evaluated once; {@link #fresh} makes others. A component's module exports
 * what its callers see and nothing else, and provides each exported interface as a service: {@code
 * ServiceLoader.load(layer.modules(), Cart.class)} gives the one instance too.
 *
 * <p>For use by any thread; a component runs one call at a time. When neither the layer nor an
 * object of it is in use any more, its classes go.
 */
public final class ComponentLayer implements AutoCloseable {
  private final DefinedLayer defined;
  private final Instances singletons;
  private final List<FreshInstance> fresh = new ArrayList<>();

  ComponentLayer(DefinedLayer defined) {
    this.defined = defined;
    singletons = new Instances(defined);
    defined.provide(singletons);
  }

  /** A builder whose layer has the layer of Mortise as its parent, and nothing on its path. */
  public static LayerBuilder builder() {
    return new LayerBuilder();
  }

  /** The layer of Java modules, for class loaders, {@code ServiceLoader} and child layers. */
  public ModuleLayer modules() {
    return defined.layer();
  }

  /** Who supplies what to whom. */
  public Resolution resolution() {
    return defined.resolution();
  }

  /**
   * What the one instance of a component exports.
   *
   * @param component the component's module
   * @param type an exported interface, or the world, as a module of the layer sees the class
   * @throws ComponentLayerException when the component is not in the layer, or the class is another
   * @throws dev.mortise.runtime.error.TrapException when an instance fails while it is made
   */
  public <T> T get(String component, Class<T> type) {
    return type.cast(singletons.exported(component, type));
  }

  /** The world of the one instance of a component, for who does not have its class. */
  public Object get(String component) {
    return singletons.world(component);
  }

  /**
   * An instance of a component of the caller's own, with own instances of all components that it
   * imports from. What Java supplies is shared.
   *
   * @throws ComponentLayerException when the component is not in the layer
   */
  public FreshInstance fresh(String component) {
    FreshInstance made = new FreshInstance(component, new Instances(defined), this::forget);
    synchronized (fresh) {
      fresh.add(made);
    }
    try {
      Object unused = made.world();
      return made;
    } catch (RuntimeException | Error e) {
      made.close();
      throw e;
    }
  }

  /**
   * A main class of a Java module of the layer.
   *
   * @param module the module
   * @param mainClass the class, or null for the one that the module names as its main class
   * @throws ComponentLayerException when there is no such module, class or main method
   */
  public Application application(String module, @Nullable String mainClass) {
    return new Application(defined.main(module, mainClass));
  }

  private void forget(FreshInstance instance) {
    synchronized (fresh) {
      fresh.remove(instance);
    }
  }

  /**
   * Closes all instances, the last one first, then the files of modules. Classes of components are
   * in memory and stay usable; who calls an instance from then on is told.
   */
  @Override
  public void close() {
    List<FreshInstance> open;
    synchronized (fresh) {
      open = new ArrayList<>(fresh);
    }
    try {
      open.reversed().forEach(FreshInstance::close);
    } finally {
      try {
        singletons.close();
      } finally {
        defined.close();
      }
    }
  }
}
