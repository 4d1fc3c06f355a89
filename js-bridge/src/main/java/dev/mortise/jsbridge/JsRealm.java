package dev.mortise.jsbridge;

import dev.mortise.jsbridge.entry.EntryProbe;
import dev.mortise.jsbridge.entry.EntryProxy;
import dev.mortise.runtime.error.MortiseException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;

/**
 * What the bridge keeps in one JavaScript context: the parts of the language that it uses, and the
 * classes of its errors. Make it before user code runs, which may change the language's globals.
 * Nothing of it can be reached from JavaScript; what it leaves there is the symbol {@code
 * Symbol.dispose}, where the language does not have it.
 *
 * <p>Any {@link HostAccess} will do. With {@link #hostAccess()} calls and bytes take the fast ways;
 * without the access to methods that are exported, each call goes through a proxy, and without that
 * to buffers, lists of numbers are copied piece by piece.
 */
public final class JsRealm {
  /** The scripts, each of which takes what those before it have defined. */
  private static final List<Source> SCRIPTS =
      Stream.of("language.js", "errors.js", "lists.js", "resources.js").map(JsRealm::read).toList();

  private final Context context;
  private final Value shared;
  private final boolean callsMethods;

  private JsRealm(Context context, Value shared, boolean callsMethods) {
    this.context = context;
    this.shared = shared;
    this.callsMethods = callsMethods;
  }

  /**
   * The access by which the bridge is fast and which gives JavaScript nothing else: contexts of one
   * engine must agree on theirs.
   */
  public static HostAccess hostAccess() {
    return Access.FAST;
  }

  private static final class Access {
    static final HostAccess FAST =
        HostAccess.newBuilder(HostAccess.EXPLICIT).allowBufferAccess(true).build();
  }

  /** Makes the realm of a context, once. */
  public static JsRealm in(Context context) {
    ByteBuffer probe = ByteBuffer.wrap(new byte[3]);
    Value shared = context.asValue(null);
    for (Source script : SCRIPTS) {
      shared = context.eval(script).execute(shared, probe);
    }
    boolean callsMethods = context.asValue(new EntryProbe()).canInvokeMember(EntryProbe.METHOD);
    return new JsRealm(context, shared, callsMethods);
  }

  private static Source read(String name) {
    try (InputStream stream = JsRealm.class.getResourceAsStream("script/" + name)) {
      if (stream == null) {
        throw new IllegalStateException("script/" + name + " is missing");
      }
      String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      return Source.newBuilder("js", text, name).internal(true).buildLiteral();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The context. */
  public Context context() {
    return context;
  }

  /**
   * Throws an exception of ours as an error of JavaScript's, for Java code that JavaScript calls:
   * let the exception that this throws pass.
   *
   * @return never; so that callers can say that they throw it
   */
  public RuntimeException raise(MortiseException e) {
    shared.invokeMember("raise", e.getMessage(), e.code(), "");
    throw new IllegalStateException("raise has returned", e);
  }

  /** What scripts take their functions from. */
  Value shared() {
    return shared;
  }

  /** An entry, or what stands beside it, as scripts call it. */
  Object callable(Object entry) {
    return callsMethods ? entry : new EntryProxy(entry);
  }
}
