package dev.mortise.loader;

import dev.mortise.loader.plan.ComponentClosure;
import dev.mortise.runtime.error.CallException;
import dev.mortise.runtime.error.Diagnostic;
import dev.mortise.runtime.instance.RuntimeItem;
import dev.mortise.runtime.link.HostItem;
import dev.mortise.runtime.link.InterfaceVersions;
import dev.mortise.runtime.link.Supplied;
import dev.mortise.runtime.name.Nearest;
import dev.mortise.runtime.type.ExternType;
import dev.mortise.runtime.type.FuncType;
import dev.mortise.runtime.type.InstanceType;
import dev.mortise.runtime.value.ComponentValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A running instance of a component, or an instance that it exports. One thread at a time may call
 * into it; another is refused with a {@link CallException}.
 */
public final class Instance implements Supplied {
  private final InstanceType type;
  private final RuntimeItem.Instance item;
  private final SharedByInstances shared;
  private final String path;

  Instance(InstanceType type, RuntimeItem.Instance item, SharedByInstances shared, String path) {
    this.type = type;
    this.item = item;
    this.shared = shared;
    this.path = path;
  }

  /** What it exports. */
  public InstanceType type() {
    return type;
  }

  /** The functions that it exports, by name. */
  public Map<String, ComponentFunction> functions() {
    Map<String, ComponentFunction> functions = new LinkedHashMap<>();
    type.exports()
        .forEach(
            (name, export) -> {
              if (export instanceof FuncType) {
                functions.put(name, function(name));
              }
            });
    return functions;
  }

  /**
   * Calls an exported function.
   *
   * @param name its name; a function of an exported instance is found under {@code instance#name}
   *     too
   * @param arguments plain Java objects or {@link ComponentValue}s, converted strictly
   * @return the result, {@link ComponentValue#UNIT} when there is none
   * @throws CallException when there is no such function, or the instance cannot be entered
   * @throws dev.mortise.runtime.error.ValueException when an argument does not fit its WIT type
   * @throws dev.mortise.runtime.error.TrapException when the call traps; the instance is of no use
   *     then
   * @throws dev.mortise.runtime.error.UnsupportedComponentException when the call needs what this
   *     version cannot do yet, such as to wait while its caller goes on; likewise
   */
  public ComponentValue call(String name, @Nullable Object... arguments) {
    return function(name).call(arguments);
  }

  /**
   * An exported function.
   *
   * @throws CallException when there is none of that name
   */
  public ComponentFunction function(String name) {
    int hash = name.indexOf('#');
    if (hash >= 0) {
      return instance(name.substring(0, hash)).function(name.substring(hash + 1));
    }
    if (find(name) instanceof Found<?>(FuncType func, RuntimeItem.Func runtime)) {
      return new ComponentFunction(func, runtime, path.isEmpty() ? name : path + "#" + name);
    }
    throw missing("func", name, FuncType.class);
  }

  /**
   * An exported instance.
   *
   * @param name its name; a compatible version of an interface name will do
   * @throws CallException when there is none of that name
   */
  public Instance instance(String name) {
    if (find(name) instanceof Found<?>(InstanceType found, RuntimeItem.Instance runtime)) {
      return new Instance(found, runtime, shared, path.isEmpty() ? name : path + "#" + name);
    }
    throw missing("instance", name, InstanceType.class);
  }

  /**
   * An exported component: a closure over what this instance gave it.
   *
   * @throws CallException when there is none of that name
   */
  public Component component(String name) {
    if (find(name) instanceof Found<?>(ExternType found, RuntimeItem.Component runtime)) {
      // There are no others: planning makes them all.
      return new Component((ComponentClosure) runtime.component(), shared);
    }
    throw missing("component", name, dev.mortise.runtime.type.ComponentType.class);
  }

  /**
   * An exported core module.
   *
   * @throws CallException when there is none of that name
   */
  public CoreModuleValue module(String name) {
    if (find(name) instanceof Found<?>(ExternType found, RuntimeItem.Module runtime)) {
      return new CoreModuleValue(runtime.module());
    }
    throw missing("core module", name, ExternType.Module.class);
  }

  @Override
  public HostItem hostItem() {
    return new HostItem.Exported(item(), type());
  }

  RuntimeItem.Instance item() {
    return item;
  }

  private record Found<T extends ExternType>(T type, RuntimeItem item) {}

  private @Nullable Found<ExternType> find(String name) {
    ExternType export = InterfaceVersions.find(name, type.exports());
    RuntimeItem runtime = InterfaceVersions.find(name, item.exports());
    return export == null || runtime == null ? null : new Found<>(export, runtime);
  }

  private CallException missing(String kind, String name, Class<? extends ExternType> wanted) {
    List<String> names =
        type.exports().entrySet().stream()
            .filter(e -> wanted.isInstance(e.getValue()))
            .map(Map.Entry::getKey)
            .toList();
    ExternType other = type.exports().get(name);
    String nearest = Nearest.of(name, names);
    Diagnostic diagnostic =
        Diagnostic.of("unknown-export", path.isEmpty() ? "instance" : "instance \"" + path + "\"")
            .expecting(
                names.isEmpty()
                    ? "a " + kind + " (it exports none)"
                    : "one of " + names.stream().collect(Collectors.joining("`, `", "`", "`")),
                other == null ? "`" + name + "`" : "the " + other.kind() + " `" + name + "`")
            .withHint(nearest == null ? null : "Did you mean `" + nearest + "`?");
    return new CallException(diagnostic);
  }

  @Override
  public String toString() {
    return "instance " + type.exports().keySet();
  }
}
