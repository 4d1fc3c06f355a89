package dev.mortise.runtime.name;

import java.util.regex.Pattern;

/**
 * A semantic version (semver.org 2.0).
 *
 * @param preRelease what follows the hyphen, or empty
 * @param build what follows the plus sign, or empty
 */
public record Version(long major, long minor, long patch, String preRelease, String build)
    implements Comparable<Version> {
  private static final Pattern CANONICAL =
      Pattern.compile("[1-9][0-9]*|0\\.[1-9][0-9]*|0\\.0\\.[1-9][0-9]*|0\\.0\\.0");

  /**
   * Reads a version.
   *
   * @throws InvalidNameException when the text is not a semantic version
   */
  public static Version parse(String text) throws InvalidNameException {
    int plus = text.indexOf('+');
    String numbered = plus < 0 ? text : text.substring(0, plus);
    int hyphen = numbered.indexOf('-');
    String[] numbers = (hyphen < 0 ? numbered : numbered.substring(0, hyphen)).split("\\.", -1);
    if (numbers.length != 3) {
      throw invalid(text, "it has not three numbers");
    }
    String preRelease = hyphen < 0 ? "" : identifiers(text, numbered.substring(hyphen + 1), true);
    String build = plus < 0 ? "" : identifiers(text, text.substring(plus + 1), false);
    return new Version(
        number(text, numbers[0]),
        number(text, numbers[1]),
        number(text, numbers[2]),
        preRelease,
        build);
  }

  private static long number(String text, String number) throws InvalidNameException {
    if (!isNumber(number) || number.length() > 18) {
      throw invalid(text, "`" + number + "` is not a number without leading zeros");
    }
    return Long.parseLong(number);
  }

  private static String identifiers(String text, String identifiers, boolean strictNumbers)
      throws InvalidNameException {
    for (String identifier : identifiers.split("\\.", -1)) {
      if (identifier.isEmpty()) {
        throw invalid(text, "empty identifier segment");
      }
      boolean digits = true;
      for (int i = 0; i < identifier.length(); i++) {
        char c = identifier.charAt(i);
        boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-';
        if (!letter && (c < '0' || c > '9')) {
          throw invalid(text, "unexpected character '" + c + "'");
        }
        digits &= !letter;
      }
      if (strictNumbers && digits && !isNumber(identifier)) {
        throw invalid(text, "`" + identifier + "` has a leading zero");
      }
    }
    return identifiers;
  }

  private static boolean isNumber(String text) {
    return !text.isEmpty()
        && text.chars().allMatch(c -> c >= '0' && c <= '9')
        && (text.length() == 1 || text.charAt(0) != '0');
  }

  private static InvalidNameException invalid(String text, String why) {
    return new InvalidNameException("`" + text + "` is not a valid semver: " + why);
  }

  /** Whether a text is a {@code canonversion}: a version cut to what decides compatibility. */
  public static boolean isCanonical(String text) {
    return CANONICAL.matcher(text).matches();
  }

  /**
   * The part that two compatible versions share ("Canonical Interface Name"): {@code 1} for 1.2.3,
   * {@code 0.2} for 0.2.6; the whole for a pre-release, which is compatible with itself alone.
   */
  public String track() {
    if (!preRelease.isEmpty()) {
      return toString();
    }
    if (major > 0) {
      return Long.toString(major);
    }
    return minor > 0 ? "0." + minor : "0.0." + patch;
  }

  @Override
  public int compareTo(Version other) {
    int byNumber = Long.compare(major, other.major);
    if (byNumber == 0) {
      byNumber = Long.compare(minor, other.minor);
    }
    if (byNumber == 0) {
      byNumber = Long.compare(patch, other.patch);
    }
    if (byNumber != 0) {
      return byNumber;
    }
    // A version without a pre-release stands after its pre-releases.
    if (preRelease.isEmpty() || other.preRelease.isEmpty()) {
      return Boolean.compare(preRelease.isEmpty(), other.preRelease.isEmpty());
    }
    return comparePreRelease(preRelease.split("\\."), other.preRelease.split("\\."));
  }

  private static int comparePreRelease(String[] left, String[] right) {
    for (int i = 0; i < Math.min(left.length, right.length); i++) {
      boolean leftNumber = left[i].chars().allMatch(c -> c >= '0' && c <= '9');
      boolean rightNumber = right[i].chars().allMatch(c -> c >= '0' && c <= '9');
      int order;
      if (leftNumber && rightNumber) {
        order = Integer.compare(left[i].length(), right[i].length());
        order = order != 0 ? order : left[i].compareTo(right[i]);
      } else if (leftNumber != rightNumber) {
        order = leftNumber ? -1 : 1;
      } else {
        order = left[i].compareTo(right[i]);
      }
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(left.length, right.length);
  }

  @Override
  public String toString() {
    return major
        + "."
        + minor
        + "."
        + patch
        + (preRelease.isEmpty() ? "" : "-" + preRelease)
        + (build.isEmpty() ? "" : "+" + build);
  }
}
