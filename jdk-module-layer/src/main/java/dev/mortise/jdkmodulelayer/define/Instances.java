package dev.mortise.jdkmodulelayer.define;

import dev.mortise.classgen.call.LinkedFunction;
import dev.mortise.classgen.mapping.ClassName;
import dev.mortise.classgen.mapping.JavaModel.WorldDecl;
import dev.mortise.jdkmodulelayer.find.FoundComponent;
import dev.mortise.jdkmodulelayer.resolve.Provider;
import dev.mortise.jdkmodulelayer.resolve.Wire;
import dev.mortise.runtime.error.ComponentLayerException;
import dev.mortise.runtime.error.Diagnostic;
import dev.mortise.runtime.error.MortiseException;
import dev.mortise.runtime.generated.GeneratedInstance;
import dev.mortise.runtime.generated.ModuleGate;
import dev.mortise.runtime.instance.FunctionFactory;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Instances of a layer's components, one each, made when they are first asked for, after those that
 * they import from; and closed in reverse. For use by any thread, but a component runs one call at
 * a time.
 */
public final class Instances {
  private final DefinedLayer layer;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, GeneratedInstance> instances = new LinkedHashMap<>();
  private final Set<String> starting = new LinkedHashSet<>();
  private boolean closed;

  /** No instances yet. */
  public Instances(DefinedLayer layer) {
    this.layer = layer;
  }

  /** The instance of a component: an object of its world. */
  public Object world(String name) {
    return instance(name).world();
  }

  /** The instance of a component. */
  GeneratedInstance instance(String name) {
    lock.lock();
    try {
      if (closed) {
        throw new ComponentLayerException(
            Diagnostic.of("closed-layer", "component " + name)
                .because("its instances have been closed")
                .withHint("Define the layer again, or take what is needed before closing"));
      }
      GeneratedInstance known = instances.get(name);
      return known == null ? start(component(name)) : known;
    } finally {
      lock.unlock();
    }
  }

  private FoundComponent component(String name) {
    return layer
        .component(name)
        .orElseThrow(
            () ->
                new ComponentLayerException(
                    Diagnostic.of("no-such-component", name)
                        .expecting(
                            "one of "
                                + layer.resolution().components().stream()
                                    .map(FoundComponent::name)
                                    .sorted()
                                    .toList(),
                            name)
                        .withHint("Name it as a root: resolve(\"" + name + "\")")));
  }

  private GeneratedInstance start(FoundComponent component) {
    String name = component.name();
    if (!starting.add(name)) {
      List<String> path = new ArrayList<>(starting);
      path.add(name);
      throw new ComponentLayerException(
          Diagnostic.of("cyclic-start", String.join(" → ", path))
              .because("a Java provider asks for a component that is waiting for it")
              .withHint("Let the provider ask when it is called, not when it is made"));
    }
    try {
      List<Object> objects = new ArrayList<>();
      for (Wire wire : layer.resolution().wiresOf(name)) {
        objects.add(supplied(wire));
      }
      GeneratedInstance made =
          layer.code(component).instantiate(objects.toArray(), path -> callee(name, path));
      instances.put(name, made);
      return made;
    } finally {
      starting.remove(name);
    }
  }

  /** The function of another component that an import is, if the code calls it directly. */
  private FunctionFactory.@Nullable Lifted callee(String importer, List<String> path) {
    Links.Link link = layer.links().link(importer, path);
    LinkedFunction function = link == null ? null : link.function(path.get(1));
    if (link == null || function == null) {
      return null;
    }
    ModuleLoader parent = link.loader();
    GeneratedInstance provider =
        parent == null ? instance(link.wire().provider().name()) : parent.instance();
    return provider.function(function.number());
  }

  private Object supplied(Wire wire) {
    return switch (wire.provider()) {
      case Provider.Bound bound -> bound.object();
      case Provider.Component provider -> {
        ClassName type = wire.wanted().type();
        yield exported(provider.component(), layer.load(provider.name(), type.binaryName()));
      }
      case Provider.JavaModule java -> service(wire, layer.layer(), java.name());
      case Provider.Parent parent -> service(wire, parent.layer(), parent.name());
    };
  }

  private Object service(Wire wire, ModuleLayer from, String module) {
    Class<?> type = layer.load(wire.importer(), wire.wanted().type().binaryName());
    if (from.findLoader(module) instanceof ModuleGate gate
        && gate.exports().contains(type.getName())) {
      return gate.export(type);
    }
    Instances.class.getModule().addUses(type);
    try {
      Object found = provided(module, type, ServiceLoader.load(from, type));
      if (found == null) {
        throw new ComponentLayerException(providerGone(wire, module, type));
      }
      return found;
    } catch (ServiceConfigurationError e) {
      throw failed(wire, module, e);
    }
  }

  private static Diagnostic providerGone(Wire wire, String module, Class<?> type) {
    return Diagnostic.of("provider-gone", wire.importer() + " > import " + wire.what())
        .expecting("module " + module + " to provide " + type.getName(), "nothing")
        .because(
            "the module's class of that name may be another one than that of " + type.getModule())
        .withHint("Let both have the interface from one module");
  }

  /** What a provider that cannot be made says; of one that asks for components, what they say. */
  private static MortiseException failed(
      Wire wire, String module, ServiceConfigurationError failure) {
    Throwable last = failure;
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof MortiseException known) {
        return known;
      }
      last = cause;
    }
    return new ComponentLayerException(
        Diagnostic.of("provider-failed", wire.importer() + " > import " + wire.what())
            .because("the provider of module " + module + " cannot be made: " + last));
  }

  /**
   * What one module provides. Of a static method {@code provider} the loader tells the type of its
   * result, which may be the interface: then the object that it gives has to tell.
   */
  private static @Nullable Object provided(
      String module, Class<?> type, ServiceLoader<?> services) {
    List<ServiceLoader.Provider<?>> untold = new ArrayList<>();
    for (ServiceLoader.Provider<?> provider : services.stream().toList()) {
      Module owner = provider.type().getModule();
      if (module.equals(owner.getName())) {
        return provider.get();
      }
      if (owner == type.getModule()) {
        untold.add(provider);
      }
    }
    for (ServiceLoader.Provider<?> provider : untold) {
      Object object = provider.get();
      if (untold.size() == 1 || module.equals(object.getClass().getModule().getName())) {
        return object;
      }
    }
    return null;
  }

  /** What a component exports under a Java interface, or its world itself. */
  public Object exported(String name, Class<?> type) {
    return exported(component(name), type);
  }

  private @Nullable Object exportedOrNull(FoundComponent component, Class<?> type) {
    WorldDecl declared = component.model().world();
    Class<?> world = load(component, declared.name());
    if (type == world) {
      return world(component.name());
    }
    for (WorldDecl.Accessor accessor : declared.accessors()) {
      if (type == load(component, accessor.type())) {
        try {
          return world.getMethod(accessor.name()).invoke(world(component.name()));
        } catch (InvocationTargetException e) {
          throw new IllegalStateException(accessor.name(), e.getCause());
        } catch (ReflectiveOperationException e) {
          throw new LinkageError(accessor.name(), e);
        }
      }
    }
    return null;
  }

  private Class<?> load(FoundComponent component, ClassName type) {
    return layer.load(component.name(), type.binaryName());
  }

  private Object exported(FoundComponent component, Class<?> type) {
    Object found = exportedOrNull(component, type);
    if (found == null) {
      throw new ComponentLayerException(noExport(component, type));
    }
    return found;
  }

  private Diagnostic noExport(FoundComponent component, Class<?> type) {
    WorldDecl declared = component.model().world();
    List<ClassName> all = new ArrayList<>(List.of(declared.name()));
    declared.accessors().forEach(accessor -> all.add(accessor.type()));
    for (ClassName name : all) {
      if (name.binaryName().equals(type.getName())) {
        return Diagnostic.of("other-class", component.name() + " > " + type.getName())
            .expecting(
                "the class of " + load(component, name).getModule(), "that of " + type.getModule())
            .because("two modules have a class of that name")
            .withHint(
                "Say that it is shared before resolving: contract("
                    + type.getSimpleName()
                    + ".class)");
      }
    }
    return Diagnostic.of("no-such-export", component.name() + " (" + component.file() + ")")
        .expecting("one of " + all, type.getName());
  }

  /** Closes the instances, the last one first: who still holds one cannot call it any more. */
  public void close() {
    lock.lock();
    try {
      closed = true;
      List<GeneratedInstance> open = new ArrayList<>(instances.values());
      instances.clear();
      open.reversed().forEach(GeneratedInstance::close);
    } finally {
      lock.unlock();
    }
  }
}
