package dev.mortise.benchmarks;

import java.util.concurrent.TimeUnit;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Value;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * What calls from JavaScript cost. A loop of JavaScript makes them, so that its compiler sees what
 * it sees in a program; without that compiler ({@code js.sh} switches it on) JavaScript is
 * interpreted, and that is what is measured.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class JsBenchmark {
  static final int CALLS = 10_000;
  static final int LONG_CALLS = 10;

  @Param public JsPath path;

  private Context context;
  private Value nop;
  private Value add;
  private Value echo;
  private Value echoSix;
  private Value echoBytes;
  private Value callHost;
  private Value life;

  @Setup
  public void setUp() {
    context = path.open();
    context.getBindings("js").putMember("calls", path.calls(context));
    nop = loop("const { nop } = calls", "nop()");
    add = loop("const { add } = calls", "last = add(20, 22)");
    echo = loop("const { echo } = calls, text = 'sixteen  letters'", "last = echo(text)");
    echoSix =
        loop(
            "const { echoSix } = calls, six = { a: 1, b: 2n, c: 1.5, d: true, e: -1, f: '\u00e9' }",
            "last = echoSix(six)");
    echoBytes =
        loop(
            "const { echoBytes } = calls, bytes = Uint8Array.from({ length: 1 << 20 }, (_, i) =>"
                + " i)",
            "last = echoBytes(bytes)");
    callHost = context.eval("js", "(count) => calls.callHost(count)");
    life =
        loop(
            "const { Counter } = calls, dispose = Symbol.dispose in Counter.prototype"
                + " ? Symbol.dispose : 'dispose'",
            "const c = new Counter(1); last = c.increment(); c[dispose]()");
  }

  /** A function that does something so many times, and returns what it did last. */
  private Value loop(String before, String action) {
    return context.eval(
        "js",
        "(() => { "
            + before
            + "; return (count) => { let last; for (let i = 0; i < count; i++) { "
            + action
            + " } return last; }; })()");
  }

  @TearDown
  public void tearDown() {
    context.close();
  }

  @Benchmark
  @OperationsPerInvocation(CALLS)
  public Value nop() {
    return nop.execute(CALLS);
  }

  @Benchmark
  @OperationsPerInvocation(CALLS)
  public Value add() {
    return add.execute(CALLS);
  }

  /** A string of 16 bytes. */
  @Benchmark
  @OperationsPerInvocation(CALLS)
  public Value echo() {
    return echo.execute(CALLS);
  }

  /** A record of six fields. */
  @Benchmark
  @OperationsPerInvocation(CALLS)
  public Value echoSix() {
    return echoSix.execute(CALLS);
  }

  /** A mebibyte. */
  @Benchmark
  @OperationsPerInvocation(LONG_CALLS)
  public Value echoBytes() {
    return echoBytes.execute(LONG_CALLS);
  }

  /** Calls of the guest's to its host. */
  @Benchmark
  @OperationsPerInvocation(CALLS)
  public Value callHost() {
    return callHost.execute(CALLS);
  }

  /** A resource: made, called, disposed. */
  @Benchmark
  @OperationsPerInvocation(CALLS)
  public Value life() {
    return life.execute(CALLS);
  }
}
