package dev.mortise.testing.mock;

/**
 * How often something is to have been called.
 *
 * @param least the fewest calls
 * @param most the most calls
 */
public record Times(int least, int most) {
  boolean allows(int count) {
    return count >= least && count <= most;
  }

  @Override
  public String toString() {
    if (least == most) {
      return switch (least) {
        case 0 -> "never";
        case 1 -> "once";
        default -> least + " times";
      };
    }
    return most == Integer.MAX_VALUE
        ? "at least " + counted(least)
        : least == 0 ? "at most " + counted(most) : least + " to " + most + " times";
  }

  private static String counted(int count) {
    return count == 1 ? "once" : count + " times";
  }
}
