package dev.mortise.esmintegration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.PolyglotAccess;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.SandboxPolicy;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.io.IOAccess;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.graalvm.polyglot.proxy.ProxyObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Code that imports a component gets the component, and nothing else. */
class SandboxTest {
  @TempDir Path folder;
  private Scripts scripts;

  @BeforeEach
  void write() throws Exception {
    scripts = new Scripts(folder.toRealPath());
  }

  private static ComponentModules registered() {
    return ComponentModules.builder()
        .register("docs:shop/cart", Guests.load("shop"))
        .register("docs:math/ops", Guests.load("ops"))
        .build();
  }

  private static Value module(Context context, String text) throws Exception {
    return context.eval(
        Source.newBuilder("js", text, "user.mjs")
            .mimeType("application/javascript+module")
            .build());
  }

  private static String result(Context context, String text) throws Exception {
    module(context, text + "\nglobalThis.result = String(result);");
    return context.getBindings("js").getMember("result").asString();
  }

  private static final String SHOPS =
      """
      import { total } from 'docs:shop/cart';
      import { add } from 'docs:math/ops@0.2.3';
      const result = [total(1, 2), add(3, 4)];
      """;

  @Test
  void noAccessAtAll_registeredComponentsWork() throws Exception {
    // An engine of its own: the contexts of one must agree on their host access.
    try (Context context =
        Context.newBuilder("js")
            .option("engine.WarnInterpreterOnly", "false")
            .allowHostAccess(HostAccess.NONE)
            .allowIO(IOAccess.NONE)
            .allowPolyglotAccess(PolyglotAccess.NONE)
            .build()) {
      registered().attach(context);
      assertThat(result(context, SHOPS)).isEqualTo("3,7");
    }
  }

  @Test
  void noFileSystem_registeredComponentsAreMadeWhenTheyAreImported() throws Exception {
    ComponentModules modules = registered();
    try (Context context =
        modules.configure(Context.newBuilder("js").engine(Scripts.ENGINE)).build()) {
      modules.attach(context);
      assertThat(result(context, SHOPS)).isEqualTo("3,7");
      assertThatThrownBy(() -> module(context, "import '" + scripts.folder() + "/a.mjs';"))
          .isInstanceOf(PolyglotException.class);
    }
  }

  @Test
  void constrained_registeredComponentsWork() throws Exception {
    for (boolean configured : new boolean[] {true, false}) {
      ComponentModules modules = registered();
      Context.Builder builder =
          Context.newBuilder("js")
              .sandbox(SandboxPolicy.CONSTRAINED)
              .out(OutputStream.nullOutputStream())
              .err(OutputStream.nullOutputStream())
              .option("engine.WarnInterpreterOnly", "false");
      try (Context context = (configured ? modules.configure(builder) : builder).build()) {
        modules.attach(context);
        assertThat(result(context, SHOPS)).as("configured: " + configured).isEqualTo("3,7");
      }
    }
  }

  @Test
  void registeredWithoutSupplier_isToldWhenItIsAttached() {
    ComponentModules modules =
        ComponentModules.builder().register("shop", Guests.load("shop")).build();
    try (Context context = Context.newBuilder("js").engine(Scripts.ENGINE).build()) {
      assertThatThrownBy(() -> modules.attach(context)).hasMessageContaining("[missing-import]");
    }
  }

  @Test
  void registeredInACycle_isToldWhenItIsAttached() {
    ComponentModules modules =
        ComponentModules.builder()
            .register("docs:ring/left", Guests.load("left"))
            .register("docs:ring/right", Guests.load("right"))
            .build();
    try (Context context = Context.newBuilder("js").engine(Scripts.ENGINE).build()) {
      assertThatThrownBy(() -> modules.attach(context)).hasMessageContaining("[module-cycle]");
    }
  }

  private static List<String> names(Context context) {
    String script =
        """
        const seen = new Set();
        const list = [];
        (function walk(path, object) {
          if ((typeof object !== 'object' && typeof object !== 'function') || object === null) return;
          if (seen.has(object)) return;
          seen.add(object);
          for (const key of Reflect.ownKeys(object)) {
            const name = path + '.' + String(key);
            list.push(name);
            const property = Reflect.getOwnPropertyDescriptor(object, key);
            walk(name, property.value);
            walk(name + ' get', property.get);
            walk(name + ' set', property.set);
          }
          walk(path + ' proto', Reflect.getPrototypeOf(object));
        })('globalThis', globalThis);
        list.sort();
        list.join('\\n');
        """;
    return List.of(context.eval("js", script).asString().split("\n"));
  }

  @Test
  void globals_areThoseOfAnyContext() {
    List<String> plain;
    List<String> ours;
    try (Context context = Context.newBuilder("js").engine(Scripts.ENGINE).build()) {
      plain = names(context);
    }
    ComponentModules modules = registered();
    try (Context context =
        modules.configure(Context.newBuilder("js").engine(Scripts.ENGINE)).build()) {
      ModuleLoader loader = modules.attach(context);
      loader.load("docs:shop/cart");
      ours = names(context);
    }
    assertThat(ours).hasSizeGreaterThan(500);
    List<String> more = new ArrayList<>(ours);
    more.removeAll(plain);
    assertThat(more).allMatch(name -> name.contains("Symbol.dispose"));
    List<String> less = new ArrayList<>(plain);
    less.removeAll(ours);
    assertThat(less).isEmpty();
  }

  /** All that can be reached from a module, as values that Java can look at. */
  private static List<Value> reachable(Context context) throws Exception {
    module(
        context,
        """
        import * as shop from 'docs:shop/cart';
        import * as math from 'docs:math/ops';
        const all = [];
        const seen = new Set();
        const walk = object => {
          if ((typeof object !== 'object' && typeof object !== 'function') || object === null) return;
          if (seen.has(object)) return;
          seen.add(object);
          all.push(object);
          for (const key of Reflect.ownKeys(object)) {
            const property = Reflect.getOwnPropertyDescriptor(object, key);
            walk(property.value);
            walk(property.get);
            walk(property.set);
          }
          walk(Reflect.getPrototypeOf(object));
        };
        const root = globalThis;
        for (const value of [shop, math, root]) walk(value);
        try { math.add('x', 'y'); } catch (error) { walk(error); }
        globalThis.all = all;
        """);
    Value all = context.getBindings("js").getMember("all");
    List<Value> values = new ArrayList<>();
    for (long i = 0; i < all.getArraySize(); i++) {
      values.add(all.getArrayElement(i));
    }
    return values;
  }

  @Test
  void reachableValues_areNoneOfTheHosts() throws Exception {
    ComponentModules modules = registered();
    try (Context context =
        modules.configure(Context.newBuilder("js").engine(Scripts.ENGINE)).build()) {
      modules.attach(context);
      Value text = context.eval("js", "Function.prototype.toString");
      Value call = context.eval("js", "(f, self) => f.call(self)");
      String bridge = bridge(modules);
      List<Value> values = reachable(context);
      assertThat(values).hasSizeGreaterThan(500);
      for (Value value : values) {
        assertThat(value.isHostObject() || value.isProxyObject()).as(value.toString()).isFalse();
        if (value.canExecute()) {
          assertThat(call.execute(text, value).asString())
              .doesNotContain(bridge)
              .doesNotContain("dev.mortise");
        }
      }
    }
  }

  @Test
  void stackTraces_doNotNameTheBridge() throws Exception {
    List<String> stacks = new ArrayList<>();
    ProxyExecutable keep = arguments -> stacks.add(arguments[0].asString());
    ComponentModules modules =
        scripts
            .modules()
            .importMap(scripts.importMap("{\"imports\": {\"docs:text/log\": \"./log.mjs\"}}"))
            .build();
    scripts.component("starts", "starts.wasm");
    scripts.write("log.mjs", "export function log() { keep(new Error('here').stack); }");
    scripts.write(
        "main.mjs",
        """
        import { calls } from './starts.wasm';
        try { calls(1, 2, Symbol()); } catch (e) { keep(e.stack); }
        await import('./nowhere.wasm').catch(e => keep(e.stack));
        await import('mortise-bridge:guess').catch(e => keep(e.stack));
        """);
    try (Context context =
        modules.configure(Context.newBuilder("js").engine(Scripts.ENGINE)).build()) {
      ModuleLoader loader = modules.attach(context);
      context.getBindings("js").putMember("keep", keep);
      loader.load(scripts.folder() + "/main.mjs");
    }
    assertThat(stacks).hasSizeGreaterThanOrEqualTo(3);
    assertThat(stacks)
        .allSatisfy(
            stack ->
                assertThat(stack)
                    .doesNotContain(bridge(modules))
                    .doesNotContain("dev.mortise")
                    .doesNotContain(".java"));
    assertThat(stacks.getFirst()).contains("starts.wasm");
  }

  @Test
  void bridge_cannotBeImportedByWhatItsNameBeginsWith() {
    scripts.write(
        "main.mjs",
        """
        const failed = [];
        for (const name of ['mortise-bridge:', 'mortise-probe:', 'mortise:', './mortise:x']) {
          await import(name).catch(e => failed.push(name));
        }
        export const result = failed.length;
        """);
    assertThat(scripts.result("main.mjs")).isEqualTo("4");
  }

  @Test
  void contextThatWasNotAttached_saysSo() {
    scripts.component("ops", "ops.wasm");
    ComponentModules modules = scripts.modules().build();
    try (Context context =
        modules.configure(Context.newBuilder("js").engine(Scripts.ENGINE)).build()) {
      assertThatThrownBy(() -> module(context, "import '" + scripts.folder() + "/ops.wasm';"))
          .hasMessageContaining("[not-attached]")
          .hasMessageContaining("modules.attach(context)");
    }
  }

  @Test
  void prototypesThatUsersChange_changeNothing() throws Exception {
    ComponentModules modules = registered();
    try (Context context =
        modules.configure(Context.newBuilder("js").engine(Scripts.ENGINE)).build()) {
      modules.attach(context);
      context.eval(
          "js",
          """
          globalThis.stolen = [];
          for (const type of [Object, Array, Function, Map, Promise, String, Number]) {
            for (const key of Reflect.ownKeys(type.prototype)) {
              const property = Reflect.getOwnPropertyDescriptor(type.prototype, key);
              if (typeof property.value === 'function' && property.writable && key !== 'constructor') {
                const original = property.value;
                type.prototype[key] = function (...args) {
                  Reflect.apply(Reflect.get(stolen, 'push') === undefined ? original : original, stolen, []);
                  return Reflect.apply(original, this, args);
                };
              }
            }
          }
          Object.freeze = x => { stolen.push(x); return x; };
          """);
      assertThat(result(context, SHOPS)).isEqualTo("3,7");
    }
  }

  @Test
  void hostObjects_reachTheComponentAlone() throws Exception {
    ProxyExecutable add = arguments -> 5;
    ComponentModules modules =
        ComponentModules.builder()
            .register("shop", Guests.load("shop"))
            .supply("docs:math/ops", ProxyObject.fromMap(Map.of("add", add)))
            .build();
    try (Context context =
        modules.configure(Context.newBuilder("js").engine(Scripts.ENGINE)).build()) {
      modules.attach(context);
      assertThat(
              result(
                  context,
                  """
                  import { total } from 'shop';
                  let direct = 'no';
                  try { await import('docs:math/ops'); direct = 'yes'; } catch { }
                  const result = [total(1, 2), direct];
                  """))
          .isEqualTo("5,no");
    }
  }

  private static String bridge(ComponentModules modules) {
    try {
      Field field = ComponentModules.class.getDeclaredField("bridge");
      field.setAccessible(true);
      return String.valueOf(field.get(modules)).substring("mortise-bridge:".length());
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }
}
