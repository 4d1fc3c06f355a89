package dev.mortise.runtime.value;

/** Strings as sequences of Unicode scalar values. */
public final class UnicodeScalars {
  private static final char REPLACEMENT = '\ufffd';

  private UnicodeScalars() {}

  /** The string itself when it is well formed, else a copy with U+FFFD for each lone surrogate. */
  public static String replaceLoneSurrogates(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isLoneSurrogate(text, i)) {
        return replaceFrom(text, i);
      }
    }
    return text;
  }

  private static String replaceFrom(String text, int first) {
    StringBuilder copy = new StringBuilder(text);
    for (int i = first; i < text.length(); i++) {
      if (isLoneSurrogate(text, i)) {
        copy.setCharAt(i, REPLACEMENT);
      }
    }
    return copy.toString();
  }

  private static boolean isLoneSurrogate(String text, int index) {
    char c = text.charAt(index);
    if (Character.isHighSurrogate(c)) {
      return index + 1 == text.length() || !Character.isLowSurrogate(text.charAt(index + 1));
    }
    return Character.isLowSurrogate(c)
        && (index == 0 || !Character.isHighSurrogate(text.charAt(index - 1)));
  }
}
