package dev.mortise.runtime.name;

import java.util.Locale;

/** Labels: kebab case, in words of small or acronyms of capital letters ({@code label}). */
public final class Label {
  private Label() {}

  /** Whether a text is a label. */
  public static boolean isLabel(String text) {
    boolean first = true;
    for (String fragment : text.split("-", -1)) {
      if (!isFragment(fragment, first)) {
        return false;
      }
      first = false;
    }
    return true;
  }

  private static boolean isFragment(String fragment, boolean first) {
    boolean lower = false;
    boolean upper = false;
    for (int i = 0; i < fragment.length(); i++) {
      char c = fragment.charAt(i);
      if (c >= 'a' && c <= 'z') {
        lower = true;
      } else if (c >= 'A' && c <= 'Z') {
        upper = true;
      } else if (c < '0' || c > '9' || (first && i == 0)) {
        return false;
      }
    }
    return !fragment.isEmpty() && !(lower && upper);
  }

  /** The form in which two labels that differ in case alone are one: strong uniqueness. */
  public static String canonical(String label) {
    return label.toLowerCase(Locale.ROOT);
  }
}
