package dev.mortise.esmintegration.bridge;

import dev.mortise.esmintegration.filesystem.FailureMemory;
import dev.mortise.esmintegration.filesystem.ModuleFileSystem;
import dev.mortise.esmintegration.filesystem.ModuleReader;
import dev.mortise.esmintegration.generate.JsText;
import dev.mortise.jsbridge.JsRealm;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.jspecify.annotations.Nullable;

/**
 * The bridge module of one context: what generated modules import it for, nobody else can, since
 * its name cannot be guessed. It takes what it exports from a global that is gone before any other
 * code runs.
 */
public final class Bridge {
  private static final String MODULE = "application/javascript+module";
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Value load;
  private final Value raise;

  private Bridge(Value load, Value raise) {
    this.load = load;
    this.raise = raise;
  }

  /** A name that nobody can guess. */
  public static String newName() {
    return "mortise-bridge:" + token();
  }

  private static String token() {
    byte[] bytes = new byte[16];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /**
   * Evaluates the bridge in a context in which no other code has run.
   *
   * @param name its name
   */
  public static Bridge install(
      Context context, String name, ModuleFileSystem files, FailureMemory failures) {
    Instances instances = new Instances(JsRealm.in(context), files.reader(), failures);
    AtomicReference<Value @Nullable []> functions = new AtomicReference<>();
    ProxyExecutable keep =
        arguments -> {
          functions.set(arguments);
          return null;
        };
    ProxyExecutable tooEarly = arguments -> instances.tooEarly(arguments[0].asString());
    String instantiateName = token();
    String tooEarlyName = token();
    String keepName = token();
    Value global = context.getBindings("js");
    global.putMember(instantiateName, instances);
    global.putMember(tooEarlyName, tooEarly);
    global.putMember(keepName, keep);
    Value unused = context.eval(module(name, source(instantiateName, tooEarlyName, keepName)));
    Value[] kept = functions.get();
    if (kept == null) {
      throw new IllegalStateException("the bridge module did not run");
    }
    return new Bridge(kept[0], kept[1]);
  }

  /**
   * Functions are exported as they are: one of this module's own would show its name in stack
   * traces.
   */
  private static String source(String instantiate, String tooEarly, String keep) {
    return """
    export const instantiate = globalThis[%1$s];
    export const tooEarly = globalThis[%2$s];
    export const freeze = Object.freeze;
    const keep = globalThis[%3$s];
    delete globalThis[%1$s];
    delete globalThis[%2$s];
    delete globalThis[%3$s];
    keep(
      async (specifier, done, failed) => {
        try {
          done(await import(specifier));
        } catch (error) {
          failed(error);
        }
      },
      error => { throw error; });
    """
        .formatted(JsText.literal(instantiate), JsText.literal(tooEarly), JsText.literal(keep));
  }

  /** A module as text. */
  static Source module(String name, String text) {
    return module(name, text, true);
  }

  private static Source module(String name, String text, boolean internal) {
    return Source.newBuilder("js", text, name).mimeType(MODULE).internal(internal).buildLiteral();
  }

  /**
   * Evaluates modules as texts, for a context that may not read any: each under the name by which
   * it is imported.
   */
  public static void evaluate(Context context, Map<String, ModuleReader.Literal> texts) {
    texts.forEach(
        (name, literal) -> context.eval(module(name, literal.text(), literal.generated())));
  }

  /**
   * Whether modules come through our file system: whether a name leads somewhere that only it
   * knows.
   */
  public static boolean isConfigured(Context context, ModuleFileSystem files) {
    try {
      String text = "import " + JsText.literal(files.probe()) + ";";
      Value unused = context.eval(module(token(), text));
      return true;
    } catch (PolyglotException e) {
      return false;
    }
  }

  /**
   * Imports a module and waits for it: for its top-level awaits too, as far as nothing but other
   * code of the context has to happen for them.
   *
   * @return the module's namespace object, or null when it waits for what never happens
   * @throws PolyglotException what the module throws
   */
  public @Nullable Value load(String specifier) {
    AtomicReference<@Nullable Value> namespace = new AtomicReference<>();
    AtomicReference<@Nullable Value> error = new AtomicReference<>();
    ProxyExecutable done = keep(namespace);
    ProxyExecutable failed = keep(error);
    load.executeVoid(specifier, done, failed);
    Value thrown = error.get();
    if (thrown != null) {
      raise.executeVoid(thrown);
    }
    return namespace.get();
  }

  private static ProxyExecutable keep(AtomicReference<@Nullable Value> place) {
    return arguments -> {
      place.set(arguments[0]);
      return null;
    };
  }
}
