package dev.mortise.testing.wasi;

import dev.mortise.runtime.instance.ResourceHandle;
import dev.mortise.runtime.value.ComponentValue;
import java.time.Instant;
import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads arguments of WASI's functions, and makes their results. */
final class Args {
  private Args() {}

  /** The object whose method is called. */
  static <T> T self(List<ComponentValue> arguments, Class<T> type) {
    return object(arguments.get(0), type);
  }

  /** The object behind a handle. */
  static <T> T object(ComponentValue handle, Class<T> type) {
    return ((ResourceHandle) handle.asResource().handle()).hostObject(type);
  }

  /**
   * A {@code u64} as a length, an offset or a time; those beyond a {@code long} are the largest.
   */
  static long u64(ComponentValue value) {
    long bits = ((ComponentValue.U64Value) value).bits();
    return bits < 0 ? Long.MAX_VALUE : bits;
  }

  /** The {@code ok} of a result. */
  static Map.Entry<String, @Nullable Object> ok(@Nullable Object payload) {
    return new SimpleImmutableEntry<>("ok", payload);
  }

  /** The {@code err} of a result. */
  static Map.Entry<String, @Nullable Object> err(Object payload) {
    return new SimpleImmutableEntry<>("err", payload);
  }

  /** A {@code datetime}. */
  static Map<String, Object> datetime(Instant time) {
    return Map.of("seconds", time.getEpochSecond(), "nanoseconds", time.getNano());
  }

  /** The time of a {@code datetime}; none when no {@link Instant} is so late. */
  static Optional<Instant> instant(ComponentValue datetime) {
    long seconds = u64(datetime.field("seconds"));
    long nanos = datetime.field("nanoseconds").asLong();
    return seconds >= Instant.MAX.getEpochSecond()
        ? Optional.empty()
        : Optional.of(Instant.ofEpochSecond(seconds, nanos));
  }
}
