package dev.mortise.runtime.engine.chicory;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Values by key that are forgotten, keys and all, when nothing else holds them. Thread-safe. */
public final class WeakValues<K, V> {
  private final Map<K, Known<K, V>> known = new ConcurrentHashMap<>();
  private final ReferenceQueue<V> gone = new ReferenceQueue<>();

  /** None yet. */
  public WeakValues() {}

  private static final class Known<K, V> extends WeakReference<V> {
    final K key;

    Known(K key, V value, ReferenceQueue<V> queue) {
      super(value, queue);
      this.key = key;
    }
  }

  /** The value of a key, or null. */
  public @Nullable V get(K key) {
    Known<K, V> found = known.get(key);
    return found == null ? null : found.get();
  }

  /** The value of a key, which is made when there is none. */
  public V get(K key, Function<? super K, ? extends V> maker) {
    forget();
    V value = get(key);
    while (value == null) {
      Known<K, V> current =
          known.compute(
              key,
              (k, old) ->
                  old != null && old.get() != null ? old : new Known<>(k, maker.apply(k), gone));
      value = current.get();
    }
    return value;
  }

  private void forget() {
    for (Reference<? extends V> old = gone.poll(); old != null; old = gone.poll()) {
      if (old instanceof Known<?, ?> entry) {
        known.remove(entry.key, entry);
      }
    }
  }
}
