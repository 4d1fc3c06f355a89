package wit.mortise.bench;

@dev.mortise.runtime.WitName("mortise:bench/host")
public interface Host {
  long next(long x);
}
