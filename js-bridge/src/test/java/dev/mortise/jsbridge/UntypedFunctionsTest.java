package dev.mortise.jsbridge;

import static org.assertj.core.api.Assertions.assertThat;

import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Value;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Functions that have no form in Java: asynchronous ones, and a tuple of 17. */
class UntypedFunctionsTest {
  private Context context;

  @AfterEach
  void close() {
    context.close();
  }

  /** What code prints, with {@code wide}, {@code later} and {@code laterFields} as its host. */
  private String run(Contexts kind, String host, String code) {
    context = kind.open();
    JsRealm realm = JsRealm.in(context);
    Value imports =
        context.eval(
            "js",
            "({ host: Object.assign({ wide: x => x, later: x => x, laterFields: x => x }, { "
                + host
                + " }) })");
    Value bindings = context.getBindings("js");
    bindings.putMember(
        "api", Guests.prepared("untyped").instantiate(realm, JsImports.of(imports)).exports());
    context.eval("js", "const printed = []; const print = (x) => printed.push(x)");
    Value unused = context.eval("js", code);
    return context.eval("js", "printed.join('; ')").asString();
  }

  @ParameterizedTest
  @EnumSource
  void wideTuple_goesThroughTheHostAndBack(Contexts kind) {
    String wide = "[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,new Uint8Array([7,8]),'x']";
    assertThat(
            run(
                kind,
                "wide: x => { x[0] = 100; return x }",
                "const got = api.wide("
                    + wide
                    + "); print(got.join()); print(got[15].constructor.name)"))
        .isEqualTo("100,2,3,4,5,6,7,8,9,10,11,12,13,14,15,7,8,x; Uint8Array");
  }

  @ParameterizedTest
  @EnumSource
  void wideTuple_thatDoesNotFit_isRefused(Contexts kind) {
    String wide = "[1,2,3,4,5,6,7,8,9,10,11,12,13,14,500,[],undefined]";
    assertThat(run(kind, "", "try { api.wide(" + wide + ") } catch (e) { print(e.message) }"))
        .isEqualTo(
            "wide: parameter \"x\": element 14 (u8): expected an integer from 0 to 255, found 500");
  }

  @ParameterizedTest
  @EnumSource
  void asyncFunction_returnsAPromise(Contexts kind) {
    assertThat(
            run(
                kind,
                "later: x => x * 2",
                "const p = api.later(21); print(p instanceof Promise); p.then(print)"))
        .isEqualTo("true; 42");
  }

  @ParameterizedTest
  @EnumSource
  void asyncFunction_withAnError_rejects(Contexts kind) {
    assertThat(
            run(
                kind,
                "later: x => { throw 'too late' }",
                "api.later(21).catch(e => print(e.constructor.name + ' ' + e.payload))"))
        .isEqualTo("ComponentError too late");
  }

  @ParameterizedTest
  @EnumSource
  void asyncFunction_withAWrongArgument_rejects(Contexts kind) {
    assertThat(run(kind, "", "api.later('x').catch(e => print(e.message))"))
        .isEqualTo(
            "later: parameter \"x\" (u32): expected an integer from 0 to 4294967295, found \"x\"");
  }

  @ParameterizedTest
  @EnumSource
  void asyncFunction_passesValuesOfEveryKind(Contexts kind) {
    String fields = "hue: 'blue', perms: { b: true }, c: '😀', f: 0.5";
    assertThat(
            run(
                kind,
                "",
                "(async () => {"
                    + "for (const shape of [{ tag: 'none' }, { tag: 'many', val: ['a', 'b'] },"
                    + " { tag: 'one', val: 2n ** 64n - 1n }]) {"
                    + "  const r = await api.laterFields({ shape, "
                    + fields
                    + " });"
                    + "  print(JSON.stringify({ ...r, shape: r.shape.tag + r.shape.val }));"
                    + "}})()"))
        .isEqualTo(
            "{\"shape\":\"noneundefined\",\"hue\":\"blue\",\"perms\":{\"a\":false,\"b\":true},"
                + "\"c\":\"😀\",\"f\":0.5}; "
                + "{\"shape\":\"manya,b\",\"hue\":\"blue\",\"perms\":{\"a\":false,\"b\":true},"
                + "\"c\":\"😀\",\"f\":0.5}; "
                + "{\"shape\":\"one18446744073709551615\",\"hue\":\"blue\","
                + "\"perms\":{\"a\":false,\"b\":true},\"c\":\"😀\",\"f\":0.5}");
  }

  @ParameterizedTest
  @EnumSource
  void promiseOfAnImport_isRefused(Contexts kind) {
    assertThat(
            run(
                kind,
                "later: async x => x",
                "api.later(1).catch(e => print(e.constructor.name + ': ' + e.message + ' ' +"
                    + " e.code))"))
        .isEqualTo(
            "TypeError: import host#later: found a Promise, which a component cannot wait for yet;"
                + " return the value unsupported-promise");
  }
}
