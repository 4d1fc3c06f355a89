package wit.mortise.bench;

@org.jspecify.annotations.NullMarked
@dev.mortise.runtime.WitName("mortise:bench/host")
public interface Host {
  long next(long x);
}
