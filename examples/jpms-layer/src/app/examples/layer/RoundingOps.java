package examples.layer;

import wit.docs.math.v0_2.Ops;

/** Gives prices in tens. */
final class RoundingOps implements Ops {
  @Override
  public long add(long a, long b) {
    return tens(a + b);
  }

  @Override
  public long mul(long a, long b) {
    return tens(a * b);
  }

  private static long tens(long price) {
    return (price + 9) / 10 * 10;
  }
}
