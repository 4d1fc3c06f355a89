package dev.mortise.jsbridge;

import dev.mortise.classgen.LinkedWorld;
import dev.mortise.classgen.TypedComponent;
import dev.mortise.classgen.mapping.ClassName;
import dev.mortise.jsbridge.entry.Entry;
import dev.mortise.jsbridge.entry.EntryClasses;
import dev.mortise.jsbridge.entry.HostCalls;
import dev.mortise.jsbridge.script.Glue;
import dev.mortise.jsbridge.shape.JsShape;
import dev.mortise.jsbridge.untyped.ValueEntry;
import dev.mortise.jsbridge.untyped.ValueHost;
import dev.mortise.jsbridge.untyped.ValueTypes;
import dev.mortise.loader.Component;
import dev.mortise.runtime.Imports;
import dev.mortise.runtime.error.LinkException;
import dev.mortise.runtime.error.TrapException;
import dev.mortise.runtime.instance.RuntimeFunction;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.jspecify.annotations.Nullable;

/**
 * A component prepared for JavaScript: linked and compiled once, for any number of contexts.
 *
 * <pre>{@code
 * JsComponent greeter = JsComponent.of(Component.load(path));
 * try (Context context = Context.newBuilder("js").allowHostAccess(JsRealm.hostAccess()).build()) {
 *   JsRealm realm = JsRealm.in(context);
 *   Value exports = greeter.instantiate(realm, JsImports.NONE).exports();
 *   exports.getMember("greet").execute("World");
 * }
 * }</pre>
 *
 * <p>Immutable, for use by any thread.
 */
public final class JsComponent {
  private final JsShape shape;
  private final Glue glue;
  private final Source source;
  private final EntryClasses.Loaded classes;
  private final LinkedWorld linked;
  private final Map<Object, ClassName> templates;
  private final ValueTypes valueTypes;

  private JsComponent(
      JsShape shape,
      Glue glue,
      Source source,
      EntryClasses.Loaded classes,
      LinkedWorld linked,
      Map<Object, ClassName> templates,
      ValueTypes valueTypes) {
    this.shape = shape;
    this.glue = glue;
    this.source = source;
    this.classes = classes;
    this.linked = linked;
    this.templates = templates;
    this.valueTypes = valueTypes;
  }

  /** Prepares a component all of whose imports JavaScript supplies. */
  public static JsComponent of(Component component) {
    return of(component, JsOptions.DEFAULT);
  }

  /**
   * Prepares a component.
   *
   * @throws LinkException when what Java supplies does not fit
   */
  public static JsComponent of(Component component, JsOptions options) {
    TypedComponent typed = TypedComponent.of(component, options.name(), options.parent());
    JsShape shape = JsShape.of(component.type());
    EntryClasses entries = new EntryClasses(typed.model());
    ValueTypes values = new ValueTypes();
    Glue glue = Glue.of(shape, entries, values, options::isOfJava);
    EntryClasses.Loaded classes = entries.load(typed.classLoader());
    Map<Object, ClassName> templates = new IdentityHashMap<>();
    Imports.Builder imports = Imports.builder().trapMissing();
    HostCalls none = classes.newEntry().calls();
    glue.contracts()
        .forEach(
            (name, contract) -> {
              Object template = classes.newHost(contract, none);
              templates.put(template, contract);
              bind(imports, find(typed.classLoader(), contract), template);
            });
    Source source =
        Source.newBuilder("js", glue.text(), options.name()).internal(true).buildLiteral();
    return new JsComponent(
        shape,
        glue,
        source,
        classes,
        typed.link(imports.build().or(options.host())),
        templates,
        values);
  }

  private static Class<?> find(ClassLoader loader, ClassName name) {
    try {
      return Class.forName(name.binaryName(), false, loader);
    } catch (ClassNotFoundException e) {
      throw new LinkageError(name.toString(), e);
    }
  }

  private static <T> void bind(Imports.Builder imports, Class<T> contract, Object object) {
    imports.bind(contract, contract.cast(object));
  }

  /** What it imports and exports, as JavaScript names it. */
  public JsShape shape() {
    return shape;
  }

  /** The script that stands between users and the component, for people to read. */
  public String script() {
    return glue.text();
  }

  /**
   * Makes an instance in a context.
   *
   * @throws LinkException when an import is missing or does not fit; all of them at once
   * @throws TrapException when the start of the component traps
   * @throws PolyglotException when an import throws during the start, or when it is read
   */
  public JsInstance instantiate(JsRealm realm, JsImports imports) {
    List<Value> supplied = ImportValues.find(glue.imports(), imports);
    Entry entry = classes.newEntry();
    ValueEntry values = new ValueEntry(entry, valueTypes);
    ProxyExecutable importOf = arguments -> supplied.get(arguments[0].asInt());
    Value made =
        realm
            .context()
            .eval(source)
            .execute(realm.shared(), realm.callable(entry), realm.callable(values), importOf);
    entry.calls().attach(list(made, "functions"), realm.shared().getMember("disposeOf"));
    ValueHost valueHost = new ValueHost(valueTypes, values, list(made, "valueFunctions"));
    LinkedWorld.Pair pair;
    try {
      pair = linked.instantiateBoth(new Hosts(entry.calls(), valueHost));
    } catch (TrapException e) {
      throw Entry.rethrown(e);
    }
    entry.attach(pair.world());
    values.attach(pair.instance());
    return new JsInstance(made.getMember("exports"), pair.instance());
  }

  private static List<Value> list(Value made, String name) {
    Value array = made.getMember(name);
    List<Value> list = new ArrayList<>();
    for (long i = 0; i < array.getArraySize(); i++) {
      list.add(array.getArrayElement(i));
    }
    return list;
  }

  /** What an instance calls: JavaScript of its own, and Java's objects, which are for all. */
  private final class Hosts implements LinkedWorld.Hosts {
    private final HostCalls calls;
    private final ValueHost values;

    Hosts(HostCalls calls, ValueHost values) {
      this.calls = calls;
      this.values = values;
    }

    @Override
    public Object object(Object bound) {
      ClassName contract = templates.get(bound);
      return contract == null ? bound : classes.newHost(contract, calls);
    }

    @Override
    public @Nullable RuntimeFunction function(String path, Object bound) {
      return templates.containsKey(bound) ? values.function(path) : null;
    }
  }
}
