package dev.mortise.wasi.http;

import java.time.Duration;
import java.util.Optional;
import wit.wasi.http.v0_2.Types;

/** {@code wasi:http/types.request-options}: durations in nanoseconds, as unsigned numbers. */
final class HostRequestOptions implements Types.RequestOptions {
  private Optional<Long> connect = Optional.empty();
  private Optional<Long> firstByte = Optional.empty();
  private Optional<Long> betweenBytes = Optional.empty();

  /**
   * How long a request waits.
   *
   * @param connect empty when only the system bounds it
   */
  record Timeouts(Optional<Duration> connect, Duration firstByte, Duration betweenBytes) {
    /** Where the component has not said anything. */
    static final Timeouts USUAL =
        new Timeouts(Optional.empty(), Duration.ofMinutes(10), Duration.ofMinutes(10));
  }

  Timeouts timeouts() {
    return new Timeouts(
        connect.map(HostRequestOptions::duration),
        firstByte.map(HostRequestOptions::duration).orElse(Timeouts.USUAL.firstByte()),
        betweenBytes.map(HostRequestOptions::duration).orElse(Timeouts.USUAL.betweenBytes()));
  }

  /** Java knows no timeout of nothing, and none of more than 292 years. */
  private static Duration duration(long nanoseconds) {
    return Duration.ofNanos(nanoseconds < 0 ? Long.MAX_VALUE : Math.max(1, nanoseconds));
  }

  @Override
  public Optional<Long> connectTimeout() {
    return connect;
  }

  @Override
  public void setConnectTimeout(Optional<Long> duration) {
    connect = duration;
  }

  @Override
  public Optional<Long> firstByteTimeout() {
    return firstByte;
  }

  @Override
  public void setFirstByteTimeout(Optional<Long> duration) {
    firstByte = duration;
  }

  @Override
  public Optional<Long> betweenBytesTimeout() {
    return betweenBytes;
  }

  @Override
  public void setBetweenBytesTimeout(Optional<Long> duration) {
    betweenBytes = duration;
  }

  @Override
  public void close() {}
}
