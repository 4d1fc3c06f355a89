package dev.mortise.jsbridge;

import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.HostAccess;

/** The contexts that tests run in. */
enum Contexts {
  /** The entries' methods can be called, and buffers read. */
  FAST(JsRealm.hostAccess()),
  /** The entries' methods can be called. */
  WITHOUT_BUFFERS(HostAccess.EXPLICIT),
  /** Everything goes through proxies. */
  PROXIES(HostAccess.NONE);

  private final HostAccess access;

  Contexts(HostAccess access) {
    this.access = access;
  }

  Context open() {
    return Context.newBuilder("js")
        .allowHostAccess(access)
        .allowExperimentalOptions(true)
        .option("engine.WarnInterpreterOnly", "false")
        .build();
  }

  Context open(Engine engine) {
    return Context.newBuilder("js").engine(engine).allowHostAccess(access).build();
  }
}
