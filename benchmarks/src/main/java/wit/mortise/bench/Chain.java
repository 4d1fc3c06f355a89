package wit.mortise.bench;

@org.jspecify.annotations.NullMarked
@dev.mortise.runtime.WitName("mortise:bench/chain")
public interface Chain {
  long add(long a, long b);

  @dev.mortise.runtime.WitName("add-many")
  long addMany(long times);

  @dev.mortise.runtime.WitName("pass-many")
  long passMany(long times, String s);
}
