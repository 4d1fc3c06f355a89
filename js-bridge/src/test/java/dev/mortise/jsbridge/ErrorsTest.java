package dev.mortise.jsbridge;

import static org.assertj.core.api.Assertions.assertThat;

import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Value;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What errors hold beside their messages, and what becomes of resources that are forgotten. */
class ErrorsTest {
  private Context context;

  private Value run(Contexts kind, String code) {
    context = kind.open();
    JsRealm realm = JsRealm.in(context);
    Value hosts =
        context.eval(
            "js",
            "({ host: { next: x => x }, 'test:kinds/host@1.2.0':"
                + " { log() {}, fail() {}, File: class {} } })");
    for (String name : new String[] {"calls", "kinds"}) {
      context
          .getBindings("js")
          .putMember(name, Guests.prepared(name).instantiate(realm, JsImports.of(hosts)).exports());
    }
    context.eval("js", "const thrown = (action) => { try { action() } catch (e) { return e } }");
    return context.eval("js", code);
  }

  @AfterEach
  void close() {
    context.close();
  }

  @ParameterizedTest
  @EnumSource
  void trap_hasTheGuestsStack(Contexts kind) {
    Value e = run(kind, "function user() { calls.trap() } thrown(user)");
    assertThat(e.getMember("name").asString()).isEqualTo("RuntimeError");
    assertThat(e.getMember("code").asString()).isEqualTo("unreachable");
    assertThat(e.getMember("guestStack").getArraySize()).isPositive();
    String frame = e.getMember("guestStack").getArrayElement(0).asString();
    assertThat(frame).contains("func ");
    assertThat(e.getMember("stack").asString())
        .startsWith("RuntimeError: [unreachable] wasm trap")
        .contains("\n    at " + frame + "\n")
        .containsPattern("\n    at user ");
  }

  @ParameterizedTest
  @EnumSource
  void componentError_hasTheUsersStack(Contexts kind) {
    Value e = run(kind, "function user() { calls.div(1, 0) } thrown(user)");
    assertThat(e.getMember("stack").asString())
        .startsWith("ComponentError: ")
        .containsPattern("\n    at user ");
  }

  @ParameterizedTest
  @EnumSource
  void typeErrors_haveCodes(Contexts kind) {
    Value codes =
        run(
            kind,
            """
            const { Counter } = kinds.api;
            const passed = new Counter(1);
            Counter.merge(passed, new Counter(2));
            [
              () => calls.add('x', 1), () => calls.add(-1, 1), () => kinds.api.single(1n),
              () => kinds.api.echoPoint({ x: 1, y: 1, z: 'ab' }), () => passed.add(1),
            ].map(action => thrown(action)).map(e => e.constructor.name + ' ' + e.code).join()
            """);
    assertThat(codes.asString())
        .isEqualTo(
            "TypeError value-type,TypeError value-range,TypeError value-type,"
                + "TypeError value-range,TypeError resource-ended");
  }

  @ParameterizedTest
  @EnumSource
  void forgottenResource_isDropped(Contexts kind) {
    run(kind, "(() => { for (let i = 0; i < 100; i++) new kinds.api.Counter(i) })()");
    Value dropped = context.eval("js", "() => kinds.api.dropped()");
    for (int i = 0; i < 100 && dropped.execute().asInt() == 0; i++) {
      System.gc();
      Value unused = context.eval("js", "Promise.resolve().then(() => {})");
    }
    assertThat(dropped.execute().asInt()).isPositive();
  }

  @ParameterizedTest
  @EnumSource
  void raise_throwsOurExceptionAsAnError(Contexts kind) {
    context = kind.open();
    JsRealm realm = JsRealm.in(context);
    org.graalvm.polyglot.proxy.ProxyExecutable load =
        arguments -> {
          try {
            return Guests.prepared("calls").instantiate(realm, JsImports.NONE).exports();
          } catch (dev.mortise.runtime.error.LinkException e) {
            throw realm.raise(e);
          }
        };
    Value message =
        context
            .eval("js", "(load) => { try { load() } catch (e) { return e.name + ' ' + e.code } }")
            .execute(load);
    assertThat(message.asString()).isEqualTo("RuntimeError missing-import");
  }
}
