package dev.mortise.loader.cache;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * The entries of which something is not on disk yet. It goes there some seconds later, and minutes
 * later where that happens again and again, for a process that runs for long; and before the
 * process ends, for one that does not.
 */
final class PendingSaves {
  private static final int FIRST_DELAY_SECONDS = 5;
  private static final int LONGEST_DELAY_DOUBLINGS = 6;
  private static final Set<CodeEntry> PENDING = ConcurrentHashMap.newKeySet();

  static {
    try {
      Runtime.getRuntime().addShutdownHook(new Thread(PendingSaves::saveAll, "mortise code cache"));
    } catch (IllegalStateException e) {
      // The process ends already: what is new now is made again by the next one.
    }
  }

  private PendingSaves() {}

  static void add(CodeEntry entry) {
    if (PENDING.add(entry)) {
      int delay = FIRST_DELAY_SECONDS << Math.min(entry.saves(), LONGEST_DELAY_DOUBLINGS);
      CompletableFuture.delayedExecutor(delay, TimeUnit.SECONDS).execute(() -> save(entry));
    }
  }

  private static void save(CodeEntry entry) {
    if (PENDING.remove(entry)) {
      entry.save();
    }
  }

  static void saveAll() {
    PENDING.forEach(PendingSaves::save);
  }
}
