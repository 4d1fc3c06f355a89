package dev.mortise.esmintegration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mortise.runtime.error.MortiseException;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * JavaScript modules that are registered as text, found by our file system or evaluated at once.
 */
class RegisteredTextTest {
  private static final String MATH =
      "export const add = (a, b) => a * 10 + b; export const mul = (a, b) => a * b;";

  private static ComponentModules.Builder modules() {
    return ComponentModules.builder();
  }

  private static Context context(ComponentModules modules, boolean configured) {
    Context.Builder builder = Context.newBuilder("js").engine(Scripts.ENGINE);
    if (configured) {
      modules.configure(builder);
    }
    Context context = builder.build();
    try {
      modules.attach(context);
      return context;
    } catch (RuntimeException e) {
      context.close();
      throw e;
    }
  }

  private static String result(ComponentModules modules, boolean configured, String main) {
    try (Context context = context(modules, configured)) {
      context.eval(
          Source.newBuilder("js", main + " globalThis.result = String(result);", "main.mjs")
              .mimeType("application/javascript+module")
              .buildLiteral());
      return context.getBindings("js").getMember("result").asString();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void text_isAModuleOfItsName(boolean configured) {
    ComponentModules modules =
        modules()
            .register("lib", "export default 'default'; export const named = import.meta.url;")
            .register("docs:text/log", "export const log = s => `log ${s}`;")
            .build();
    assertThat(
            result(
                modules,
                configured,
                """
                import d from 'lib';
                import { log } from 'docs:text/log';
                import * as lib from 'lib';
                const result = [d, log(1), Object.keys(lib)].join();
                """))
        .isEqualTo("default,log 1,default,named");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void text_suppliesAComponent_whateverTheOrder(boolean configured) {
    String main = "import { total } from 'shop'; const result = total(1, 2);";
    ComponentModules before =
        modules().register("docs:math/ops", MATH).register("shop", Guests.load("shop")).build();
    ComponentModules after =
        modules().register("shop", Guests.load("shop")).register("docs:math/ops", MATH).build();
    assertThat(result(before, configured, main)).isEqualTo("12");
    assertThat(result(after, configured, main)).isEqualTo("12");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void text_importsComponentsAndTexts_eachOnce(boolean configured) {
    ComponentModules modules =
        modules()
            .register(
                "top",
                """
                import { add } from 'docs:math/ops@0.2.3';
                import { count } from 'counter';
                export { count as again } from 'counter';
                export const result = [add(1, 2), count].join();
                """)
            .register("counter", "globalThis.n = (globalThis.n ?? 0) + 1; export const count = n;")
            .register("docs:math/ops", Guests.load("ops"))
            .build();
    assertThat(
            result(
                modules,
                configured,
                "import { result as r, again } from 'top'; import 'counter';"
                    + " const result = [r, again, n].join();"))
        .isEqualTo("3,1,1,1");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void text_importsNothingBesideIt(boolean configured) {
    ComponentModules modules = modules().register("lib", "import './other.mjs';").build();
    assertThatThrownBy(() -> result(modules, configured, "import 'lib'; const result = 1;"))
        .isInstanceOfAny(PolyglotException.class, MortiseException.class)
        .hasMessageContaining(
            "[module-not-found] import \"./other.mjs\" in the registered module \"lib\"");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void text_isUsersCode_inTraces(boolean configured) {
    ComponentModules modules =
        modules().register("lib", "export function fail() { throw new Error('x'); }").build();
    assertThat(
            result(
                modules,
                configured,
                "import { fail } from 'lib'; let result;"
                    + " try { fail(); } catch (e) { result = e.stack; }"))
        .contains("at fail");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void name_meansWhatWasRegisteredLast(boolean configured) {
    ComponentModules modules =
        modules()
            .register("shop", Guests.load("shop"))
            .register("shop", "export default 7;")
            .build();
    assertThat(result(modules, configured, "import result from 'shop';")).isEqualTo("7");
    assertThat(modules.loadedComponents()).isZero();
  }

  @Test
  void textsInARing_workWhenTheyAreFound_andAreRefusedWhenEvaluated() {
    ComponentModules modules =
        modules()
            .register("one", "import { two } from 'two'; export function one() { return two; }")
            .register("two", "import { one } from 'one'; export const two = typeof one;")
            .build();
    assertThat(result(modules, true, "import { one } from 'one'; const result = one();"))
        .isEqualTo("function");
    assertThatThrownBy(() -> context(modules, false))
        .isInstanceOf(MortiseException.class)
        .hasMessageStartingWith(
            "[module-cycle] the registered module \"one\": expected a module that imports none"
                + " which imports it, found one that waits for itself; the registered module"
                + " \"one\" imports the registered module \"two\" imports the registered module"
                + " \"one\", and without file access each is evaluated after what it imports");
  }
}
