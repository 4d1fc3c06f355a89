package dev.mortise.benchmarks;

import dev.mortise.classgen.Typed;
import dev.mortise.classgen.TypedComponent;
import dev.mortise.loader.LoadOptions;
import dev.mortise.runtime.Imports;
import wit.mortise.bench.Calls;
import wit.mortise.bench.Chain;
import wit.mortise.bench.Host;

/** The guests by generated code. */
final class GeneratedGuests implements Guests {
  /** What {@link GuestFile#BENCH} exports. */
  public interface Bench {
    /** Its interface. */
    Calls calls();
  }

  /** What {@link GuestFile#COMPOSED} exports. */
  public interface Composed {
    /** Its interface. */
    Chain chain();
  }

  private final Typed.Linked<Bench> bench;
  private final Typed.Linked<Composed> composed;

  GeneratedGuests(Host host, LoadOptions.Execution execution) {
    LoadOptions options = LoadOptions.DEFAULT.withExecution(execution);
    bench = typed(GuestFile.BENCH, options, Bench.class, Imports.of(Host.class, host));
    composed = typed(GuestFile.COMPOSED, options, Composed.class, Imports.NONE);
  }

  private static <W> Typed.Linked<W> typed(
      GuestFile guest, LoadOptions options, Class<W> world, Imports imports) {
    return TypedComponent.of(
            guest.load(options), guest + ".wasm", GeneratedGuests.class.getClassLoader())
        .as(world)
        .link(imports);
  }

  @Override
  public Calls calls() {
    return bench.instantiate().calls();
  }

  @Override
  public Chain chain() {
    return composed.instantiate().chain();
  }

  @Override
  public Object instantiate(GuestFile guest) {
    return switch (guest) {
      case BENCH -> bench.instantiate();
      case COMPOSED -> composed.instantiate();
    };
  }
}
