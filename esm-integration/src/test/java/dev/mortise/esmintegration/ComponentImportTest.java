package dev.mortise.esmintegration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mortise.runtime.Imports;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.graalvm.polyglot.proxy.ProxyObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Components as modules: what they export, and who supplies what they import. */
class ComponentImportTest {
  private static final String OPS = "\"docs:math/ops\": \"./ops.wasm\"";

  @TempDir Path folder;
  private Scripts scripts;

  @BeforeEach
  void write() throws Exception {
    scripts = new Scripts(folder.toRealPath());
    scripts.component("ops", "ops.wasm");
    scripts.component("shop", "shop.wasm");
    scripts.component("bill", "bill.wasm");
  }

  private String main(String text) {
    scripts.write("main.mjs", text);
    return scripts.result("main.mjs");
  }

  private String mainWithMap(String imports, String text) {
    scripts.write("main.mjs", text);
    return scripts.resultWithMap("{\"imports\": {" + imports + "}}", "main.mjs");
  }

  // --- exports ----------------------------------------------------------------------------------

  @Test
  void shortName_isTheInterface() {
    assertThat(main("import { ops } from './ops.wasm'; export const result = ops.add(40, 2);"))
        .isEqualTo("42");
  }

  @Test
  void fullName_isTheInterface() {
    assertThat(
            main(
                "import { 'docs:math/ops@0.2.3' as ops } from './ops.wasm';"
                    + "export const result = ops.mul(21, 2);"))
        .isEqualTo("42");
  }

  @Test
  void namespace_hasAllExports() {
    assertThat(
            main(
                """
                import * as ns from './ops.wasm';
                const { ops } = ns;
                export const result = [
                  Object.keys(ns).join(), Object.keys(ops).join(), ns.default.ops === ops,
                  Object.isFrozen(ns.default), String(ns[Symbol.toStringTag])].join(' ');
                """))
        .isEqualTo("default,docs:math/ops@0.2.3,ops add,mul true true Module");
  }

  @Test
  void defaultExport_hasAllExports() {
    assertThat(main("import c from './ops.wasm'; export const result = c.ops.add(1, 2);"))
        .isEqualTo("3");
  }

  @Test
  void exportStar_passesOn() {
    scripts.write("all.mjs", "export * from './ops.wasm'; export * as whole from './ops.wasm';");
    assertThat(
            main(
                "import { ops, whole } from './all.mjs';"
                    + "export const result = ops === whole.ops && ops.add(1, 1);"))
        .isEqualTo("2");
  }

  @Test
  void dynamicImport_isTheSameModule() {
    assertThat(
            main(
                """
                import * as ns from './ops.wasm';
                export const result = (await import('./ops.wasm')) === ns;
                """))
        .isEqualTo("true");
  }

  @Test
  void fragment_isOneInterface() {
    assertThat(
            main(
                """
                import { add } from './ops.wasm#docs:math/ops@0.2.3';
                import { mul } from './ops.wasm#ops';
                import ops from './ops.wasm#docs:math/ops';
                import { ops as whole } from './ops.wasm';
                export const result = [add(1, 2), mul(2, 3), ops === whole].join();
                """))
        .isEqualTo("3,6,true");
  }

  @Test
  void namesThatMeanSomething_areExported() {
    scripts.component("names", "names.wasm");
    assertThat(
            main(
                """
                import f, { new as n, toString as s, await as w } from './names.wasm';
                import { default as d, delete as x } from './names.wasm#await';
                export const result = [f(), n(), s(), w.default(), w.delete(), d(), x()].join();
                """))
        .isEqualTo("7,7,7,7,7,7,7");
  }

  @Test
  void ambiguousShortName_isNotExported() {
    scripts.component("twins", "twins.wasm");
    assertThat(
            main(
                """
                import * as ns from './twins.wasm';
                import { get } from './twins.wasm#docs:second/ops';
                export const result = Object.keys(ns).join() + ' ' + ns.three() + get();
                """))
        .isEqualTo(
            "default,docs:first/ops@1.0.0,docs:second/ops@1.0.0,docs:third/three@1.0.0,three 32");
  }

  @Test
  void file_isAComponentByItsBytes_notByItsName() {
    scripts.component("ops", "ops.component");
    assertThat(main("import { ops } from './ops.component'; export const result = ops.add(1, 2);"))
        .isEqualTo("3");
  }

  // --- names ------------------------------------------------------------------------------------

  @Test
  void witName_isTheInterfaceAsAModule() {
    assertThat(
            mainWithMap(
                OPS,
                """
                import { add } from 'docs:math/ops';
                import { mul } from 'docs:math/ops@0.2.3';
                import { ops } from './ops.wasm';
                export const result = [add(1, 2), mul(2, 3), ops.add === add].join();
                """))
        .isEqualTo("3,6,true");
  }

  @Test
  void witName_ofAnInterfaceThatTheComponentHasNot_isTheComponent() {
    assertThat(
            mainWithMap(
                "\"docs:other/name\": \"./ops.wasm\"",
                "import { ops } from 'docs:other/name'; export const result = ops.add(1, 2);"))
        .isEqualTo("3");
  }

  @Test
  void bareName_isTheComponent() {
    assertThat(
            mainWithMap(
                "\"math\": \"./ops.wasm\"",
                "import { ops } from 'math'; export const result = ops.add(1, 2);"))
        .isEqualTo("3");
  }

  // --- imports of components --------------------------------------------------------------------

  @Test
  void component_importsComponent_throughTheImportMap() {
    assertThat(
            mainWithMap(
                OPS + ", \"docs:shop/cart\": \"./shop.wasm\"",
                """
                import { pay } from './bill.wasm';
                import { calls } from 'docs:shop/cart';
                export const result = [pay(10, 4, 3), calls()].join();
                """))
        .isEqualTo("42,1");
  }

  @Test
  void component_importsScript() {
    scripts.write("math.mjs", "export function add(a, b) { return a + b + 1000; }");
    assertThat(
            mainWithMap(
                "\"docs:math/ops@0.2.0\": \"./math.mjs\"",
                "import { total } from './shop.wasm'; export const result = total(1, 2);"))
        .isEqualTo("1003");
  }

  @Test
  void component_importsScript_byAStringName() {
    scripts.write(
        "host.mjs",
        """
        const ops = { add: (a, b) => a * b };
        export { ops as 'docs:math/ops' };
        """);
    assertThat(
            mainWithMap(
                "\"docs:math/ops\": \"./host.mjs\"",
                "import { total } from './shop.wasm'; export const result = total(6, 7);"))
        .isEqualTo("42");
  }

  @Test
  void component_importsByItsOwnScope() {
    scripts.component("shop", "special/shop.wasm");
    scripts.write("math.mjs", "export const add = (a, b) => 7;");
    scripts.write(
        "main.mjs",
        """
        import { total } from './shop.wasm';
        import { total as special } from './special/shop.wasm';
        export const result = [total(1, 2), special(1, 2)].join();
        """);
    assertThat(
            scripts.resultWithMap(
                "{\"imports\": {"
                    + OPS
                    + "}, \"scopes\": {\"./special/\": {\"docs:math/ops\": \"./math.mjs\"}}}",
                "main.mjs"))
        .isEqualTo("3,7");
  }

  @Test
  void component_importsFunction() {
    scripts.component("later", "later.wasm");
    scripts.write("clock.mjs", "export const now = () => 40;");
    scripts.write("fallback.mjs", "export default () => 1;");
    String main = "import { aBitLater } from './later.wasm'; export const result = aBitLater(2);";
    assertThat(mainWithMap("\"now\": \"./clock.mjs\"", main)).isEqualTo("42");
    assertThat(mainWithMap("\"now\": \"./fallback.mjs\"", main)).isEqualTo("3");
  }

  @Test
  void component_importsFromTheHost() {
    scripts.write(
        "main.mjs", "import { total } from './shop.wasm'; export const result = total(1, 2);");
    ProxyExecutable add = arguments -> arguments[0].asInt() - arguments[1].asInt() + 10;
    ComponentModules modules =
        scripts
            .modules()
            .supply("docs:math/ops", ProxyObject.fromMap(java.util.Map.of("add", add)))
            .build();
    assertThat(scripts.result(modules, "main.mjs")).isEqualTo("9");
  }

  @Test
  void component_importsTypedJava() {
    scripts.write(
        "main.mjs", "import { total } from './shop.wasm'; export const result = total(1, 2);");
    var imports =
        Imports.builder()
            .instance(
                "docs:math/ops@0.2.0",
                ops -> ops.func("add", args -> args.getFirst().asLong() + 100))
            .build();
    assertThat(scripts.result(scripts.modules().imports(imports).build(), "main.mjs"))
        .isEqualTo("101");
  }

  /** In one folder a module supplies what Java does in the other, to the same component. */
  @Test
  void importMap_comesBeforeTypedJava_whereItApplies() {
    String main = "import { total } from './shop.wasm'; export const result = total(1, 2);";
    scripts.component("shop", "own/shop.wasm").write("own/main.mjs", main);
    scripts.write("main.mjs", main);
    scripts.write("own/ops.mjs", "export const add = (a, b) => a + b + 7;");
    String scopes = "{\"scopes\": {\"./own/\": {\"docs:math/ops\": \"./own/ops.mjs\"}}}";
    var imports =
        Imports.builder()
            .instance(
                "docs:math/ops@0.2.0",
                ops -> ops.func("add", args -> args.getFirst().asLong() + 100))
            .build();
    ComponentModules modules =
        scripts.modules().importMap(scripts.importMap(scopes)).imports(imports).build();
    assertThat(scripts.result(modules, "own/main.mjs")).isEqualTo("10");
    assertThat(scripts.result(modules, "main.mjs")).isEqualTo("101");
    assertThat(modules.loadedComponents()).as("the same bytes").isEqualTo(1);
  }

  @Test
  void typedJava_isAskedForOnce_whenAComponentImportsIt() {
    AtomicInteger asked = new AtomicInteger();
    Supplier<Imports> imports =
        () -> {
          asked.incrementAndGet();
          return Imports.builder()
              .instance("docs:math/ops@0.2.0", ops -> ops.func("add", args -> 5L))
              .build();
        };
    ComponentModules modules = scripts.modules().imports(imports).build();
    scripts.write("none.mjs", "import * as ops from './ops.wasm'; export const result = 'none';");
    assertThat(scripts.result(modules, "none.mjs")).isEqualTo("none");
    assertThat(asked).as("a component without imports").hasValue(0);
    scripts.write(
        "main.mjs", "import { total } from './shop.wasm'; export const result = total(1, 2);");
    assertThat(scripts.result(modules, "main.mjs")).isEqualTo("5");
    assertThat(scripts.result(modules, "main.mjs")).isEqualTo("5");
    assertThat(asked).hasValue(1);
  }

  @Test
  void component_takesTypesOfTheLoader_beforeItMakesThem() {
    scripts.write(
        "main.mjs", "import { add } from './ops.wasm#ops'; export const result = add(1, 2);");
    Set<String> asked = ConcurrentHashMap.newKeySet();
    ClassLoader types =
        new ClassLoader(getClass().getClassLoader()) {
          @Override
          protected Class<?> findClass(String name) throws ClassNotFoundException {
            asked.add(name);
            return super.findClass(name);
          }
        };
    assertThat(scripts.result(scripts.modules().types(types).build(), "main.mjs")).isEqualTo("3");
    assertThat(asked).contains("wit.docs.math.v0_2.Ops");
  }

  @Test
  void importMap_comesBeforeTheHost() {
    scripts.write(
        "main.mjs", "import { total } from './shop.wasm'; export const result = total(1, 2);");
    ComponentModules modules =
        scripts
            .modules()
            .importMap(scripts.importMap("{\"imports\": {" + OPS + "}}"))
            .supply(name -> ProxyObject.fromMap(java.util.Map.of()))
            .build();
    assertThat(scripts.result(modules, "main.mjs")).isEqualTo("3");
  }

  @Test
  void component_isInstantiatedOnce_inTheOrderOfModules() {
    scripts.component("starts", "starts.wasm");
    scripts.write(
        "log.mjs", "globalThis.trace = ['log']; export const log = n => trace.push('start ' + n);");
    scripts.write("first.mjs", "trace.push('first');");
    assertThat(
            mainWithMap(
                "\"docs:text/log\": \"./log.mjs\"",
                """
                import { calls } from './starts.wasm';
                import './first.mjs';
                import * as again from './starts.wasm';
                calls();
                export const result = trace.join() + ' ' + again.calls();
                """))
        .isEqualTo("log,start 42,first 2");
  }

  // --- registered -------------------------------------------------------------------------------

  @Test
  void registered_isFoundByItsName() {
    scripts.write(
        "main.mjs",
        """
        import { ops } from 'math';
        import { add } from 'docs:math/ops';
        import { add as versioned } from 'docs:math/ops@0.2.3';
        import { total } from './shop.wasm';
        export const result =
            [ops.add(1, 2), add === ops.add, versioned === add, total(2, 3)].join();
        """);
    var ops = Guests.load("ops");
    ComponentModules modules =
        scripts.modules().register("math", ops).register("docs:math/ops", ops).build();
    assertThat(scripts.result(modules, "main.mjs")).isEqualTo("3,true,true,5");
  }

  // --- errors -----------------------------------------------------------------------------------

  @Test
  void component_inACycleWithFunctionsThatAreHoisted_works() {
    scripts.component("starts", "starts.wasm");
    scripts.write(
        "log.mjs",
        """
        import { calls } from './starts.wasm';
        export function log(n) { globalThis.logged = n; }
        export const count = () => calls();
        """);
    assertThat(
            mainWithMap(
                "\"docs:text/log\": \"./log.mjs\"",
                "import { count } from './log.mjs'; export const result = logged + count();"))
        .isEqualTo("43");
  }

  @Test
  void coreModule_isLeftToGraalJs() {
    scripts.component("core", "core.wasm");
    assertThatThrownBy(() -> main("import './core.wasm'; export const result = 1;"))
        .isInstanceOf(PolyglotException.class)
        .hasMessageNotContaining("[");
  }

  @Test
  void call_withAValueThatDoesNotFit_isATypeError() {
    assertThatThrownBy(
            () -> main("import { ops } from './ops.wasm'; export const result = ops.add('x', 1);"))
        .isInstanceOf(PolyglotException.class)
        .hasMessageContaining("TypeError");
  }
}
