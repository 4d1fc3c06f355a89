package dev.mortise.benchmarks;

import com.dylibso.chicory.runtime.ExportFunction;
import dev.mortise.loader.ComponentFunction;
import dev.mortise.loader.Instance;
import dev.mortise.loader.instance.ResourceHandle;
import dev.mortise.loader.value.ComponentValue;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What a dynamic call costs: the recipes of the Canonical ABI are interpreted. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CallBenchmark {
  private static final String TEXT = "sixteen  letters";

  private final Instance small = Guests.load("small").instantiate();
  private final ComponentFunction add = small.function("add");
  private final ComponentFunction echo = small.function("echo");
  private final ExportFunction engineAdd = new Guests.Core("small").instantiate().export("add");

  private final Instance counters = Guests.load("counter").instantiate();
  private final ComponentFunction create = counters.function("[constructor]counter");
  private final ComponentFunction next = counters.function("[method]counter.next");

  private final List<ComponentValue> numbers =
      List.of(new ComponentValue.U32Value(20), new ComponentValue.U32Value(22));
  private final List<ComponentValue> text = List.of(new ComponentValue.StringValue(TEXT));

  /** The engine alone: {@code add} on two numbers. */
  @Benchmark
  public long[] engineAdd() {
    return engineAdd.apply(20, 22);
  }

  /** {@code add: func(a: u32, b: u32) -> u32} with values. */
  @Benchmark
  public ComponentValue addValues() {
    return add.callValues(numbers);
  }

  /** The same, by name and with plain Java objects. */
  @Benchmark
  public ComponentValue addByName() {
    return small.call("add", 20L, 22L);
  }

  /** {@code echo: func(text: string) -> string} with 16 bytes. */
  @Benchmark
  public ComponentValue echo16() {
    return echo.callValues(text);
  }

  /** A resource from its constructor through a method to its destructor. */
  @Benchmark
  public ComponentValue resource() {
    try (ResourceHandle counter = (ResourceHandle) create.call(1L).asResource().handle()) {
      return next.call(counter);
    }
  }
}
