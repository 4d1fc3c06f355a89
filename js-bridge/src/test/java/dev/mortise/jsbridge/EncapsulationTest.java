package dev.mortise.jsbridge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mortise.jsbridge.shape.JsShape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What users can get hold of: everything that is reachable from what the bridge hands out, and all
 * that globals see which users have put traps into, is JavaScript's own.
 */
class EncapsulationTest {
  private static String script;

  @BeforeAll
  static void read() throws IOException {
    script = Files.readString(Path.of("src/test/resources/dev/mortise/jsbridge/encapsulation.js"));
  }

  /** Runs the script; gives all values that it has seen. */
  private static Value seen(Context context, boolean traps) {
    JsRealm realm = JsRealm.in(context);
    Value harness = context.eval("js", script);
    for (JsShape.Item item : Guests.prepared("values").shape().imports()) {
      if (item instanceof JsShape.Namespace namespace) {
        namespace.functions().forEach(f -> harness.invokeMember("addFunction", f.js()));
      }
    }
    if (traps) {
      harness.invokeMember("setTraps");
    }
    Value hosts = harness.getMember("hosts");
    ProxyExecutable load =
        arguments ->
            Guests.prepared(arguments[0].asString())
                .instantiate(realm, JsImports.of(hosts))
                .exports();
    harness.putMember("load", load);
    return harness.invokeMember("run");
  }

  @ParameterizedTest
  @EnumSource
  void whatIsReachable_isOfJavaScript(Contexts kind) {
    try (Context context = kind.open()) {
      Value seen = seen(context, false);
      assertThat(seen.getArraySize()).isGreaterThan(300);
      check(seen);
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatTrapsInGlobalsSee_isOfJavaScript(Contexts kind) {
    try (Context context = kind.open()) {
      Value seen = seen(context, true);
      assertThat(seen.getArraySize()).isGreaterThan(300);
      check(seen);
    }
  }

  private static void check(Value seen) {
    for (long i = 0; i < seen.getArraySize(); i++) {
      Value value = seen.getArrayElement(i);
      assertThat(value.isHostObject()).as("%s is a Java object", value).isFalse();
      assertThat(value.isProxyObject()).as("%s is a proxy", value).isFalse();
      if (value.canExecute()) {
        assertThat(value.getSourceLocation() == null || !isGlue(value))
            .as("the text of %s", value)
            .isTrue();
      }
    }
  }

  /** Whether the text of a function would show the glue. */
  private static boolean isGlue(Value function) {
    return !function.toString().contains("[native code]") && function.toString().contains("wire");
  }

  @Test
  void globals_areAsTheyWere() {
    try (Context fresh = Contexts.FAST.open();
        Context used = Contexts.FAST.open()) {
      String names =
          "Reflect.ownKeys(globalThis).map(String).sort().join() + '|'"
              + " + Reflect.ownKeys(Symbol).map(String).filter(n => n !== 'dispose').join()";
      JsRealm realm = JsRealm.in(used);
      Value hosts = used.eval("js", script).getMember("hosts");
      Value unused = Guests.prepared("kinds").instantiate(realm, JsImports.of(hosts)).exports();
      assertThat(used.eval("js", names).asString()).isEqualTo(fresh.eval("js", names).asString());
      assertThat(List.copyOf(used.getPolyglotBindings().getMemberKeys())).isEmpty();
    }
  }
}
