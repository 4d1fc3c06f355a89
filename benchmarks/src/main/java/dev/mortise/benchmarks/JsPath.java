package dev.mortise.benchmarks;

import dev.mortise.jsbridge.JsComponent;
import dev.mortise.jsbridge.JsImports;
import dev.mortise.jsbridge.JsRealm;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.Value;

/** By what JavaScript calls what it measures; each begins where another ends. */
public enum JsPath {
  /** No guest: functions of JavaScript that do the same. */
  PLAIN(HostAccess.NONE) {
    @Override
    Value calls(Context context) {
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
  },
  /** Every call of Java's goes through a proxy. */
  PROXY(HostAccess.NONE),
  /** JavaScript calls a generated class of Java's. */
  BRIDGE(JsRealm.hostAccess());

  private static final JsComponent BENCH = JsComponent.of(GuestFile.BENCH.load());

  private final HostAccess access;

  JsPath(HostAccess access) {
    this.access = access;
  }

  Context open() {
    return Context.newBuilder("js")
        .allowHostAccess(access)
        .allowExperimentalOptions(true)
        .option("engine.WarnInterpreterOnly", "false")
        .build();
  }

  /** The functions of the interface {@code calls}. */
  Value calls(Context context) {
    JsRealm realm = JsRealm.in(context);
    Value host = context.eval("js", "({ 'mortise:bench/host': { next: (x) => x + 1 } })");
    return BENCH.instantiate(realm, JsImports.of(host)).exports().getMember("calls");
  }
}
