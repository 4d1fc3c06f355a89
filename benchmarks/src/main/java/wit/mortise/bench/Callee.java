package wit.mortise.bench;

@org.jspecify.annotations.NullMarked
@dev.mortise.runtime.WitName("mortise:bench/callee")
public interface Callee {
  long add(long a, long b);

  @dev.mortise.runtime.WitName("byte-length")
  long byteLength(String text);
}
