package dev.mortise.esmintegration.repl;

import static org.assertj.core.api.Assertions.assertThat;

import org.graalvm.polyglot.Context;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReplInputTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "await f()",
        "const x = await f()",
        "import 'x'",
        "import { a } from 'x'",
        "f(await g())",
        "for await (const x of y) {}",
      })
  void awaits_whatWaitsAtItsTop(String source) {
    assertThat(ReplInput.awaits(source)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1 + 1",
        "import('x')",
        "import.meta",
        "async function f() { await g(); }",
        "const f = async () => { await g(); }",
        "'await'",
        "o.await",
      })
  void awaits_nothingElse(String source) {
    assertThat(ReplInput.awaits(source)).isFalse();
  }

  /** Runs statements, then says what an expression is. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "const x = await 1; let y = x + 1      | x + y         | 3",
        "const { a, b: [c] } = await { a: 1, b: [2] } | a + c  | 3",
        "var z = await 5, w = 2                | z * w         | 10",
        "await 0; function f() { return 7 }    | f()           | 7",
        "class A { static v = 3 }; await 0     | A.v           | 3",
        "let s = `${await 1}`; let t = `x${s}y` | t          | x1y",
        "let i = await 1; { let i = 2 }        | i             | 1",
        "let g = async () => { const q = 1; return q }; const r = await g() | r | 1",
        "if (true) { const k = 1 } await 0     | typeof k      | undefined",
      })
  void statements_leaveGlobals(String source, String expression, String value) {
    try (Context context =
        Context.newBuilder("js").option("engine.WarnInterpreterOnly", "false").build()) {
      context.eval("js", ReplInput.statements(source));
      assertThat(context.eval("js", "String(" + expression + ")").asString()).isEqualTo(value);
    }
  }

  @Test
  void lines_areStatements() {
    try (Context context =
        Context.newBuilder("js").option("engine.WarnInterpreterOnly", "false").build()) {
      context.eval("js", ReplInput.statements("const a = await 1\nconst b = a +\n  1\nvar c = b"));
      assertThat(context.eval("js", "[a, b, c].join()").asString()).isEqualTo("1,2,2");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"await f(", "await `a", "`${await 1", "`${1} b", "let x = await {", "'a' + ["})
  void isOpen_whatHasNoEnd(String source) {
    assertThat(ReplInput.isOpen(source)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"await f()", "`a`", "`${await 1}`", "`${`${1}`} b` + '('", "f)", "{ /* ( */ }"})
  void isOpen_nothingElse(String source) {
    assertThat(ReplInput.isOpen(source)).isFalse();
  }

  @Test
  void lastExpression_isTheValue() {
    assertThat(ReplInput.statementsWithValue("let a = await 1; a + 1;"))
        .isEqualTo("(async () => {;void ( a = await 1); return (a + 1\n)})()");
  }

  @Test
  void import_isADynamicOne() {
    assertThat(
            ReplInput.statements(
                "import d, { a, b as c, 'x:y' as z } from 'm'; import * as ns from \"n\""))
        .contains(
            "{ const module = await import('m'); globalThis.d = module['default'];"
                + " globalThis.a = module['a']; globalThis.c = module['b'];"
                + " globalThis.z = module['x:y']; };",
            "{ const module = await import(\"n\"); globalThis.ns = module; };");
    assertThat(ReplInput.statements("import 'm'")).contains("await import('m');");
  }
}
