package dev.mortise.cli.js;

import dev.mortise.esmintegration.MortiseContext;
import dev.mortise.esmintegration.repl.ReplInput;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.jspecify.annotations.Nullable;

/** Evaluates what is typed at a prompt, and completes it. */
final class JsEvaluator {
  private static final int MOST_CANDIDATES = 500;

  private final MortiseContext js;
  private final Value settle;
  private final Value names;

  JsEvaluator(MortiseContext js) {
    this.js = js;
    this.settle =
        js.eval(
            """
            (promise, done, failed) => promise.then(
                value => done(value), error => failed(error))
            """);
    this.names =
        js.eval(
            """
            object => {
              const names = new Set();
              for (let o = Object(object); o !== null; o = Object.getPrototypeOf(o)) {
                for (const name of Object.getOwnPropertyNames(o)) names.add(name);
              }
              return [...names];
            }
            """);
  }

  /** Whether more has to be typed before the input means something. */
  boolean isIncomplete(String input) {
    if (ReplInput.isOpen(input)) {
      return true;
    }
    if (ReplInput.awaits(input)) {
      return false; // the text that is made of it is complete in any case
    }
    try {
      Value unused = js.context().parse(source(input));
      return false;
    } catch (PolyglotException e) {
      return e.isIncompleteSource();
    }
  }

  /**
   * Evaluates input.
   *
   * @return what it gives, as text, or null when it gives nothing
   * @throws PolyglotException when the context was closed meanwhile
   */
  @Nullable String evaluate(String input) {
    try {
      Value value = ReplInput.awaits(input) ? awaited(input) : js.context().eval(plain(input));
      return value == null || isUndefined(value) ? null : show(value);
    } catch (PolyglotException e) {
      if (e.isCancelled()) {
        throw e; // there is no context any more
      }
      return switch (GuestError.outcome(js.modules(), e)) {
        case JsOutcome.Failed failed -> "error: " + failed.text();
        case JsOutcome.Thrown thrown -> "error: " + thrown.text();
        case JsOutcome.Done done -> null;
        case JsOutcome.Exited exited -> null;
      };
    }
  }

  /** What begins with a brace may be an object. */
  private Source plain(String input) {
    if (input.strip().startsWith("{")) {
      Source object = source("(" + input + "\n)");
      return parses(object) ? object : source(input);
    }
    return source(input);
  }

  private boolean parses(Source source) {
    try {
      Value unused = js.context().parse(source);
      return true;
    } catch (PolyglotException e) {
      return false;
    }
  }

  private @Nullable Value awaited(String input) {
    Source source = source(ReplInput.expression(input));
    if (!parses(source)) {
      source = source(ReplInput.statementsWithValue(input));
    }
    if (!parses(source)) {
      source = source(ReplInput.statements(input));
    }
    AtomicReference<@Nullable Value> result = new AtomicReference<>();
    AtomicReference<@Nullable Value> error = new AtomicReference<>();
    settle.executeVoid(js.context().eval(source), keep(result), keep(error));
    Value thrown = error.get();
    if (thrown != null) {
      js.eval("error => { throw error; }").executeVoid(thrown);
    }
    Value value = result.get();
    return value == null ? js.eval("'(not settled yet)'") : value;
  }

  private static ProxyExecutable keep(AtomicReference<@Nullable Value> place) {
    return arguments -> {
      place.set(arguments[0]);
      return null;
    };
  }

  private static Source source(String text) {
    return Source.newBuilder("js", text, "[input]").buildLiteral();
  }

  private boolean isUndefined(Value value) {
    return value.isNull() && value.toString().equals("undefined");
  }

  private String show(Value value) {
    return value.isString()
        ? js.eval("JSON.stringify").execute(value).asString()
        : value.toString();
  }

  /**
   * What the word before the cursor may become: a global, or a property of what stands before its
   * last dot. Nothing that could do something is evaluated: names and dots alone.
   */
  List<String> complete(String word) {
    if (!word.matches("[\\w$]*(\\.[\\w$]*)*")) {
      return List.of();
    }
    int dot = word.lastIndexOf('.');
    String before = dot < 0 ? "globalThis" : word.substring(0, dot);
    String begun = word.substring(dot + 1);
    List<String> candidates = new ArrayList<>();
    try {
      Value found = names.execute(js.eval(before));
      for (long i = 0; i < found.getArraySize() && candidates.size() < MOST_CANDIDATES; i++) {
        String name = found.getArrayElement(i).asString();
        if (name.startsWith(begun) && name.matches("[A-Za-z_$][\\w$]*")) {
          candidates.add((dot < 0 ? "" : before + ".") + name);
        }
      }
    } catch (PolyglotException e) {
      return List.of(); // there is no such thing
    }
    candidates.sort(null);
    return candidates;
  }
}
