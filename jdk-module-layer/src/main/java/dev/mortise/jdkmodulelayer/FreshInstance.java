package dev.mortise.jdkmodulelayer;

import dev.mortise.jdkmodulelayer.define.Instances;
import java.util.function.Consumer;

/** An instance of a component that nobody else has, with all that it imports from. */
public final class FreshInstance implements AutoCloseable {
  private final String component;
  private final Instances instances;
  private final Consumer<FreshInstance> onClose;

  FreshInstance(String component, Instances instances, Consumer<FreshInstance> onClose) {
    this.component = component;
    this.instances = instances;
    this.onClose = onClose;
  }

  /** What it exports: an exported interface, or the world. */
  public <T> T get(Class<T> type) {
    return type.cast(instances.exported(component, type));
  }

  /** Its world, for who does not have the class. */
  public Object world() {
    return instances.world(component);
  }

  /** Closes it and the instances that were made for it, in reverse. */
  @Override
  public void close() {
    onClose.accept(this);
    instances.close();
  }
}
