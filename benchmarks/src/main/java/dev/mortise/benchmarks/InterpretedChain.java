package dev.mortise.benchmarks;

import dev.mortise.loader.ComponentFunction;
import dev.mortise.loader.Instance;
import dev.mortise.runtime.value.ComponentValue.StringValue;
import dev.mortise.runtime.value.ComponentValue.U32Value;
import java.util.List;
import wit.mortise.bench.Chain;

/** The exports of {@link GuestFile#COMPOSED} by dynamic calls. */
final class InterpretedChain implements Chain {
  private final ComponentFunction add;
  private final ComponentFunction addMany;
  private final ComponentFunction passMany;

  InterpretedChain(Instance chain) {
    add = chain.function("add");
    addMany = chain.function("add-many");
    passMany = chain.function("pass-many");
  }

  @Override
  public long add(long a, long b) {
    return add.callValues(List.of(new U32Value(a), new U32Value(b))).asLong();
  }

  @Override
  public long addMany(long times) {
    return addMany.callValues(List.of(new U32Value(times))).asLong();
  }

  @Override
  public long passMany(long times, String s) {
    return passMany.callValues(List.of(new U32Value(times), new StringValue(s))).asLong();
  }
}
