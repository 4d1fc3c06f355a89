package hello;

/** The world of {@code hello.wasm}, as Mortise calls it. */
public interface Hello extends AutoCloseable {
  /** {@code greet: func(who: string) -> string} */
  String greet(String who);

  @Override
  void close();
}
