package dev.mortise.jsbridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.mortise.runtime.error.LinkException;
import java.util.Map;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.Value;
import org.junit.jupiter.api.Test;

/** Components prepared once, and their instances in contexts. */
class JsComponentTest {
  private static Context context(Engine engine) {
    return Context.newBuilder("js").engine(engine).allowHostAccess(JsRealm.hostAccess()).build();
  }

  private static Engine engine() {
    return Engine.newBuilder().option("engine.WarnInterpreterOnly", "false").build();
  }

  private static Value host(Context context, String next) {
    return context.eval("js", "({ host: { next: " + next + " } })");
  }

  @Test
  void instantiate_inContextsOfOneEngine_hasStateAndImportsOfItsOwn() {
    JsComponent calls = Guests.prepared("calls");
    try (Engine engine = engine();
        Context one = context(engine);
        Context other = context(engine)) {
      Value first =
          calls.instantiate(JsRealm.in(one), JsImports.of(host(one, "x => x + 1"))).exports();
      Value second =
          calls.instantiate(JsRealm.in(other), JsImports.of(host(other, "x => x + 2"))).exports();
      assertThat(first.invokeMember("callHost", 10).asInt()).isEqualTo(10);
      assertThat(second.invokeMember("callHost", 10).asInt()).isEqualTo(20);
      assertThat(first.invokeMember("add", 40, 2).asInt()).isEqualTo(42);
    }
  }

  @Test
  void instantiate_withoutImport_namesWhatIsMissing() {
    try (Engine engine = engine();
        Context context = context(engine)) {
      JsRealm realm = JsRealm.in(context);
      JsComponent calls = Guests.prepared("calls");
      assertThatExceptionOfType(LinkException.class)
          .isThrownBy(() -> calls.instantiate(realm, JsImports.NONE))
          .withMessage(
              "[missing-import] import host: expected an object with next, found nothing of that"
                  + " name");
      Value misspelt = context.eval("js", "({ nex() {} })");
      assertThatExceptionOfType(LinkException.class)
          .isThrownBy(() -> calls.instantiate(realm, JsImports.of(Map.of("host", misspelt))))
          .withMessageContaining("import host > next")
          .withMessageContaining("no member `next`. Did you mean `nex`?");
      Value number = context.eval("js", "({ next: 1 })");
      assertThatExceptionOfType(LinkException.class)
          .isThrownBy(() -> calls.instantiate(realm, JsImports.of(Map.of("host", number))))
          .withMessageContaining("[wrong-import] import host > next")
          .withMessageContaining("found number");
    }
  }
}
