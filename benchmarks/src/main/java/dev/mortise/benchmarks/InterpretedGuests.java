package dev.mortise.benchmarks;

import dev.mortise.loader.Instance;
import dev.mortise.loader.LinkedComponent;
import dev.mortise.runtime.Imports;
import dev.mortise.runtime.value.ComponentValue.U32Value;
import wit.mortise.bench.Calls;
import wit.mortise.bench.Chain;
import wit.mortise.bench.Host;

/** The guests by the dynamic calls of {@code loader}. */
final class InterpretedGuests implements Guests {
  private final LinkedComponent bench;
  private final LinkedComponent composed = GuestFile.COMPOSED.load().link(Imports.NONE);

  InterpretedGuests(Host host) {
    bench = GuestFile.BENCH.load().link(imports(host));
  }

  static Imports imports(Host host) {
    return Imports.builder()
        .instance(
            "mortise:bench/host",
            functions ->
                functions.func(
                    "next", arguments -> new U32Value(host.next(arguments.get(0).asLong()))))
        .build();
  }

  @Override
  public Calls calls() {
    return new InterpretedCalls(instantiate(GuestFile.BENCH).instance("mortise:bench/calls"));
  }

  @Override
  public Chain chain() {
    return new InterpretedChain(instantiate(GuestFile.COMPOSED).instance("mortise:bench/chain"));
  }

  @Override
  public Instance instantiate(GuestFile guest) {
    return switch (guest) {
      case BENCH -> bench.instantiate();
      case COMPOSED -> composed.instantiate();
    };
  }
}
