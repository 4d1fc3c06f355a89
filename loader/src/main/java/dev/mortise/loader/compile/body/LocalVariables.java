package dev.mortise.loader.compile.body;

import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.Map;

/** The local variables of a function, and those that are added when they turn out to be needed. */
final class LocalVariables {
  private final ByteArrayOutputStream types = new ByteArrayOutputStream();
  private final int parameters;

  /** By what they hold: a value of a type, or the number of a way. */
  private final Map<Byte, Integer> added = new LinkedHashMap<>();

  /**
   * The variables of a function.
   *
   * @param parameters how many come first
   * @param types those of the others
   */
  LocalVariables(int parameters, byte[] types) {
    this.parameters = parameters;
    this.types.writeBytes(types);
  }

  /** The variable for the number of the way on after a part. */
  int selector() {
    return added(Instructions.NONE, Instructions.I32);
  }

  /** The variable for a value of a type that a branch takes. */
  int value(byte type) {
    return added(type, type);
  }

  private int added(byte purpose, byte type) {
    return added.computeIfAbsent(
        purpose,
        p -> {
          types.write(type);
          return parameters + types.size() - 1;
        });
  }

  /** Writes the declarations, of as many variables at once as have the same type. */
  void declare(BodyBytes out) {
    byte[] all = types.toByteArray();
    BodyBytes groups = new BodyBytes();
    int count = 0;
    for (int i = 0; i < all.length; ) {
      int end = i + 1;
      while (end < all.length && all[end] == all[i]) {
        end++;
      }
      groups.u32(end - i);
      groups.write(all[i]);
      count++;
      i = end;
    }
    out.u32(count);
    out.add(groups);
  }
}
