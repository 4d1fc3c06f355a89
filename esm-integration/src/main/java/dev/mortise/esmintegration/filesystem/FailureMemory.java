package dev.mortise.esmintegration.filesystem;

import dev.mortise.runtime.error.MortiseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The last failures. JavaScript sees an error with their message; by that the host finds what was
 * meant, as data.
 */
public final class FailureMemory {
  private static final int MOST = 64;

  private final Map<String, MortiseException> byMessage =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, MortiseException> eldest) {
          return size() > MOST;
        }
      };

  /** A memory without failures. */
  public FailureMemory() {}

  /** Keeps a failure. */
  public synchronized void add(MortiseException failure) {
    byMessage.put(String.valueOf(failure.getMessage()), failure);
  }

  /** The failure that a message of JavaScript tells of. */
  public synchronized Optional<MortiseException> of(String message) {
    MortiseException exact = byMessage.get(message);
    return exact != null
        ? Optional.of(exact)
        : byMessage.entrySet().stream()
            .filter(entry -> message.endsWith(entry.getKey()))
            .map(Map.Entry::getValue)
            .findFirst();
  }
}
