package dev.mortise.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import wit.mortise.bench.Callee;

/** The callee in Java. */
final class PlainCallee implements Callee {
  @Override
  public long add(long a, long b) {
    return (a + b) & 0xffff_ffffL;
  }

  @Override
  public long byteLength(String text) {
    return text.getBytes(UTF_8).length;
  }
}
