package dev.mortise.jsbridge.entry;

import java.util.EnumSet;

/** Enums and flags of generated classes, as numbers. */
public final class Enums {
  private static final ClassValue<Object[]> CONSTANTS =
      new ClassValue<>() {
        @Override
        protected Object[] computeValue(Class<?> type) {
          return type.getEnumConstants();
        }
      };

  private Enums() {}

  /** The constant of a number, which the glue has checked. */
  public static Object constant(int ordinal, Class<?> type) {
    return CONSTANTS.get(type)[ordinal];
  }

  /** The set of the constants whose bits are set. */
  public static EnumSet<?> set(int bits, Class<?> type) {
    return enumSet(bits, type);
  }

  @SuppressWarnings("unchecked") // the glue names a class of labels
  private static <E extends Enum<E>> EnumSet<E> enumSet(int bits, Class<?> type) {
    EnumSet<E> set = EnumSet.noneOf((Class<E>) type);
    Object[] constants = CONSTANTS.get(type);
    for (int i = 0; i < constants.length; i++) {
      if ((bits >>> i & 1) != 0) {
        set.add((E) constants[i]);
      }
    }
    return set;
  }

  /** The bits of a set. */
  public static int bits(EnumSet<?> set, Class<?> type) {
    int bits = 0;
    Object[] constants = CONSTANTS.get(type);
    for (int i = 0; i < constants.length; i++) {
      if (set.contains(constants[i])) {
        bits |= 1 << i;
      }
    }
    return bits;
  }
}
