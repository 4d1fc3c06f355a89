package dev.mortise.esmintegration.bridge;

import dev.mortise.esmintegration.filesystem.FailureMemory;
import dev.mortise.esmintegration.filesystem.ModuleReader;
import dev.mortise.esmintegration.graph.ComponentModule;
import dev.mortise.esmintegration.graph.ComponentModule.Supply;
import dev.mortise.esmintegration.graph.ModuleCycles;
import dev.mortise.esmintegration.resolve.Target;
import dev.mortise.esmintegration.resolve.WitSpecifier;
import dev.mortise.jsbridge.JsRealm;
import dev.mortise.jsbridge.shape.JsShape.Function;
import dev.mortise.jsbridge.shape.JsShape.Item;
import dev.mortise.jsbridge.shape.JsShape.Namespace;
import dev.mortise.jsbridge.shape.JsShape.ResourceClass;
import dev.mortise.runtime.error.MortiseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.jspecify.annotations.Nullable;

/**
 * The instances of one context, each made when its module is evaluated. What generated modules call
 * is {@link #execute}, which answers with the exports.
 */
final class Instances implements ProxyExecutable {
  private final JsRealm realm;
  private final ModuleReader reader;
  private final FailureMemory failures;
  private final Map<String, Value> exports = new HashMap<>();

  Instances(JsRealm realm, ModuleReader reader, FailureMemory failures) {
    this.realm = realm;
    this.reader = reader;
    this.failures = failures;
  }

  /** Makes the instance of the component that the first argument names; suppliers follow. */
  @Override
  public Object execute(Value... arguments) {
    String id = arguments[0].asString();
    Value known = exports.get(id);
    if (known != null) {
      return known;
    }
    ComponentModule module = reader.module(id);
    if (module == null) {
      throw new IllegalStateException("no module of this id was generated");
    }
    try {
      Value made =
          module.js().instantiate(realm, name -> supplied(module, arguments, name)).exports();
      exports.put(id, made);
      return made;
    } catch (MortiseException e) {
      throw raise(e);
    } catch (PolyglotException e) {
      MortiseException cycle =
          isReferenceError(e) ? new ModuleCycles(reader::imports).of(module) : null;
      if (cycle == null) {
        throw e;
      }
      throw raise(cycle);
    }
  }

  /** Says why an interface was asked for before its component was there. */
  Object tooEarly(String id) {
    ComponentModule module = reader.module(id);
    MortiseException cycle = module == null ? null : new ModuleCycles(reader::imports).of(module);
    throw cycle == null
        ? new IllegalStateException("an interface came before its component, and not in a cycle")
        : raise(cycle);
  }

  private RuntimeException raise(MortiseException failure) {
    failures.add(failure);
    return realm.raise(failure);
  }

  private @Nullable Value supplied(ComponentModule module, Value[] arguments, String name) {
    List<Target> suppliers = module.suppliers();
    for (Supply supply : module.supplies()) {
      if (supply.item().wit().equals(name)) {
        return switch (supply) {
          case Supply.FromHost host -> realm.context().asValue(host.host());
          case Supply.FromModule from ->
              part(arguments[1 + suppliers.indexOf(from.target())], supply.item());
        };
      }
    }
    return null;
  }

  /**
   * What of a module's namespace is meant: an interface is an export of its WIT name where there is
   * one, else the module itself; a function or class is an export of its name, else the default.
   */
  private static @Nullable Value part(Value namespace, Item item) {
    WitSpecifier wit = WitSpecifier.of(item.wit());
    String[] names =
        switch (item) {
          case Namespace interfaceItem ->
              wit == null
                  ? new String[] {item.wit(), item.js()}
                  : new String[] {wit.text(), wit.unversioned()};
          case Function function -> new String[] {item.js(), item.wit(), "default"};
          case ResourceClass resource -> new String[] {item.js(), "default"};
        };
    for (String name : names) {
      if (namespace.hasMember(name)) {
        return namespace.getMember(name);
      }
    }
    return item instanceof Namespace ? namespace : null;
  }

  private static boolean isReferenceError(PolyglotException e) {
    Value error = e.getGuestObject();
    return error != null
        && error.getMetaObject() != null
        && error.getMetaObject().getMetaSimpleName().equals("ReferenceError");
  }
}
