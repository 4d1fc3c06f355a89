package dev.mortise.benchmarks;

import dev.mortise.jsbridge.JsComponent;
import dev.mortise.jsbridge.JsImports;
import dev.mortise.jsbridge.JsRealm;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.Value;

/** By what JavaScript calls what it measures; each begins where another ends. */
public enum JsPath {
  /** No guest: functions of JavaScript that do the same, and that the compiler may inline. */
  PLAIN(HostAccess.NONE, false) {
    @Override
    Value calls(Context context) {
      return ofJavaScript(context);
    }
  },
  /** The same functions, all of which are really called. */
  CALLED(HostAccess.NONE, true) {
    @Override
    Value calls(Context context) {
      return ofJavaScript(context);
    }
  },
  /** Every call of Java's goes through a proxy. */
  PROXY(HostAccess.NONE, false),
  /** JavaScript calls a generated class of Java's. */
  BRIDGE(JsRealm.hostAccess(), false);

  private static final JsComponent BENCH = JsComponent.of(GuestFile.BENCH.load());

  private final HostAccess access;
  private final boolean everyCall;

  /**
   * A path.
   *
   * @param everyCall whether no function of JavaScript's is inlined
   */
  JsPath(HostAccess access, boolean everyCall) {
    this.access = access;
    this.everyCall = everyCall;
  }

  Context open() {
    Context.Builder builder =
        Context.newBuilder("js")
            .allowHostAccess(access)
            .allowExperimentalOptions(true)
            .option("engine.WarnInterpreterOnly", "false");
    // Without the compiler there is no such option, and each call is one.
    if (everyCall && Engine.newBuilder().build().getOptions().get("compiler.Inlining") != null) {
      builder.option("compiler.Inlining", "false");
    }
    return builder.build();
  }

  private static Value ofJavaScript(Context context) {
    return context.eval(
        "js",
        """
        ({
          nop() {},
          add: (a, b) => (a + b) >>> 0,
          echo: (s) => s,
          echoSix: (r) => ({ a: r.a, b: r.b, c: r.c, d: r.d, e: r.e, f: r.f }),
          // Two copies, as into something and out of it.
          echoBytes: (b) => { const copy = new Uint8Array(b.length); copy.set(b);
            const other = new Uint8Array(b.length); other.set(copy); return other; },
          callHost(times) { let x = 0; for (let i = 0; i < times; i++) x = this.next(x); return x; },
          next: (x) => x + 1,
          Counter: class { #n; constructor(n) { this.#n = n; } increment() { return ++this.#n; }
            dispose() {} },
        })
        """);
  }

  /** The functions of the interface {@code calls}. */
  Value calls(Context context) {
    JsRealm realm = JsRealm.in(context);
    Value host = context.eval("js", "({ 'mortise:bench/host': { next: (x) => x + 1 } })");
    return BENCH.instantiate(realm, JsImports.of(host)).exports().getMember("calls");
  }
}
