package dev.mortise.classgen.call;

import dev.mortise.classgen.mapping.UnmappableTypeException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.MethodTooLargeException;

/** The functions for which there can be no code. */
final class Excluded {
  private final Set<Object> keys = Collections.newSetFromMap(new IdentityHashMap<>());
  private final List<GeneratedUnit.Fallback> fallbacks = new ArrayList<>();

  /**
   * Does something for a function, unless that has failed for it before.
   *
   * @param key the object that the function is
   */
  void attempt(Object key, String name, Runnable body) {
    if (keys.contains(key)) {
      return;
    }
    try {
      body.run();
    } catch (TooLargeException | UnmappableTypeException | MethodTooLargeException e) {
      keys.add(key);
      fallbacks.add(new GeneratedUnit.Fallback(name, String.valueOf(e.getMessage())));
    }
  }

  int size() {
    return keys.size();
  }

  List<GeneratedUnit.Fallback> fallbacks() {
    return fallbacks;
  }
}
