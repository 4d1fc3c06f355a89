package dev.mortise.jsbridge;

import dev.mortise.classgen.LinkedWorld;
import dev.mortise.classgen.TypedComponent;
import dev.mortise.classgen.mapping.ClassName;
import dev.mortise.jsbridge.entry.Entry;
import dev.mortise.jsbridge.entry.EntryClasses;
import dev.mortise.jsbridge.entry.HostCalls;
import dev.mortise.jsbridge.script.Glue;
import dev.mortise.jsbridge.shape.JsShape;
import dev.mortise.loader.Component;
import dev.mortise.runtime.Imports;
import dev.mortise.runtime.error.LinkException;
import dev.mortise.runtime.error.TrapException;
import dev.mortise.runtime.link.HostItem;
import dev.mortise.runtime.link.InterfaceVersions;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;

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

  private JsComponent(
      JsShape shape,
      Glue glue,
      Source source,
      EntryClasses.Loaded classes,
      LinkedWorld linked,
      Map<Object, ClassName> templates) {
    this.shape = shape;
    this.glue = glue;
    this.source = source;
    this.classes = classes;
    this.linked = linked;
    this.templates = templates;
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
    Map<String, HostItem> ofJava = options.host().items();
    Glue glue = Glue.of(shape, entries, name -> InterfaceVersions.find(name, ofJava) != null);
    EntryClasses.Loaded classes = entries.load(typed.classLoader());
    Map<Object, ClassName> templates = new IdentityHashMap<>();
    Imports.Builder imports = Imports.builder().addAll(options.host()).trapMissing();
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
    return new JsComponent(shape, glue, source, classes, typed.link(imports.build()), templates);
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
    List<Value> values = ImportValues.find(glue.imports(), imports);
    Entry entry = classes.newEntry();
    ProxyExecutable importOf = arguments -> values.get(arguments[0].asInt());
    Value made =
        realm.context().eval(source).execute(realm.shared(), realm.callable(entry), importOf);
    Value functions = made.getMember("functions");
    List<Value> all = new ArrayList<>();
    for (long i = 0; i < functions.getArraySize(); i++) {
      all.add(functions.getArrayElement(i));
    }
    entry.calls().attach(all, realm.shared().getMember("disposeOf"));
    LinkedWorld.Pair pair;
    try {
      pair = linked.instantiateBoth(template -> host(template, entry.calls()));
    } catch (TrapException e) {
      throw Entry.rethrown(e);
    }
    entry.attach(pair.world());
    return new JsInstance(made.getMember("exports"), pair.instance());
  }

  /** The object of one instance for one that was bound; Java's own objects are for all. */
  private Object host(Object template, HostCalls calls) {
    ClassName contract = templates.get(template);
    return contract == null ? template : classes.newHost(contract, calls);
  }
}
