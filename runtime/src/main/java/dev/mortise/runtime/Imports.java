package dev.mortise.runtime;

import dev.mortise.runtime.link.HostFunction;
import dev.mortise.runtime.link.HostItem;
import dev.mortise.runtime.link.InterfaceVersions;
import dev.mortise.runtime.link.Supplied;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What a program supplies for the imports of components, by name. More than a component imports
 * does no harm; an interface is also found under a compatible version of its name. Immutable.
 */
public final class Imports {
  /** Nothing. */
  public static final Imports NONE = builder().build();

  private final Map<String, HostItem> items;
  private final boolean trapMissing;

  private Imports(Map<String, HostItem> items, boolean trapMissing) {
    this.items = Collections.unmodifiableMap(new LinkedHashMap<>(items));
    this.trapMissing = trapMissing;
  }

  /** One Java object for an interface: {@link Builder#bind}. */
  public static <T> Imports of(Class<T> contract, T object) {
    return builder().bind(contract, object).build();
  }

  /** A builder without items. */
  public static Builder builder() {
    return new Builder();
  }

  /** What is supplied, by name. */
  public Map<String, HostItem> items() {
    return items;
  }

  /**
   * These, and of others what these have not: an interface takes the place of one with a compatible
   * version of its name.
   */
  public Imports or(Imports others) {
    if (items.isEmpty() && !trapMissing) {
      return others; // without looking at each name: a server does this for each request
    }
    Map<String, HostItem> all = new LinkedHashMap<>(items);
    others.items.forEach(
        (name, item) -> {
          if (InterfaceVersions.find(name, items) == null) {
            all.put(name, item);
          }
        });
    return new Imports(all, trapMissing || others.trapMissing);
  }

  /** Whether functions may be missing. */
  public boolean trapMissing() {
    return trapMissing;
  }

  /** Collects the exports of an instance that Java supplies. */
  public static sealed class Exports<B extends Exports<B>> permits Builder, InstanceBuilder {
    final Map<String, HostItem> items = new LinkedHashMap<>();

    private Exports() {}

    @SuppressWarnings("unchecked") // each subclass names itself
    B add(String name, HostItem item) {
      if (items.putIfAbsent(name, item) != null) {
        throw new IllegalArgumentException("`" + name + "` is supplied twice");
      }
      return (B) this;
    }

    /** Supplies a function; its WIT type is the one that the component imports it with. */
    public B func(String name, HostFunction function) {
      return add(name, new HostItem.Func(function));
    }

    /** Supplies an instance made of Java functions and resources. */
    public B instance(String name, Consumer<InstanceBuilder> exports) {
      InstanceBuilder builder = new InstanceBuilder();
      exports.accept(builder);
      return add(name, new HostItem.Instance(builder.items));
    }

    /**
     * Supplies a Java object for an interface, to a component that is loaded as a typed one.
     *
     * @param contract the Java interface that was generated for the interface of WIT, or for the
     *     functions that a world imports by themselves; or one written by hand, with the name in an
     *     annotation {@link WitName}
     */
    public <T> B bind(Class<T> contract, T object) {
      WitName name = contract.getAnnotation(WitName.class);
      if (name == null) {
        throw new IllegalArgumentException(
            contract.getName()
                + " has no annotation @WitName: bind the interface that was generated from WIT");
      }
      return add(name.value(), new HostItem.Typed(contract.cast(object), contract));
    }

    /** Supplies what another component exports; the types are checked when they are linked. */
    public B instance(String name, Supplied provider) {
      return add(name, provider.hostItem());
    }

    /** Supplies one function of another component. */
    public B func(String name, Supplied function) {
      return add(name, function.hostItem());
    }

    /** Supplies a resource type that Java defines. */
    public B resource(String name, Supplied resource) {
      return add(name, resource.hostItem());
    }

    /** Supplies a component as a value. */
    public B component(String name, Supplied component) {
      return add(name, component.hostItem());
    }

    /** Supplies a core module as a value. */
    public B module(String name, Supplied module) {
      return add(name, module.hostItem());
    }
  }

  /** Builds the exports of one instance. */
  public static final class InstanceBuilder extends Exports<InstanceBuilder> {
    private InstanceBuilder() {}
  }

  /** Builds imports. */
  public static final class Builder extends Exports<Builder> {
    private boolean trapMissing;

    private Builder() {}

    /** Supplies all that other imports supply. */
    public Builder addAll(Imports others) {
      others.items().forEach(super::add);
      trapMissing |= others.trapMissing();
      return this;
    }

    /**
     * Lets functions be missing: such a one traps when it is called. To run a part of a component
     * whose other parts need what is not there.
     */
    public Builder trapMissing() {
      trapMissing = true;
      return this;
    }

    /** The imports. */
    public Imports build() {
      return new Imports(items, trapMissing);
    }
  }
}
