package dev.mortise.testing.record;

import org.jspecify.annotations.Nullable;

/**
 * One call of a recording: {@code docs:shop/payments@1.0.0#charge({amount: 3}) -> ok({id: "r1"})}.
 *
 * @param call function and arguments, as a {@link dev.mortise.testing.mock.Call} prints them
 * @param result the result as WAVE, or null when there is none
 * @param thrown what was thrown that is no result of the function, or null
 */
record Line(String call, @Nullable String result, @Nullable String thrown) {
  private static final String RETURNS = " -> ";
  private static final String THROWS = " !! ";

  static Line parse(String text) {
    int thrown = text.lastIndexOf(THROWS);
    if (thrown >= 0) {
      return new Line(text.substring(0, thrown), null, text.substring(thrown + THROWS.length()));
    }
    int returned = end(text);
    return returned < 0
        ? new Line(text, null, null)
        : new Line(text.substring(0, returned), text.substring(returned + RETURNS.length()), null);
  }

  /** Where the arrow is that follows the arguments: not one within a string. */
  private static int end(String text) {
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && quoted) {
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && text.startsWith(RETURNS, i)) {
        return i;
      }
    }
    return -1;
  }

  @Override
  public String toString() {
    return thrown != null
        ? call + THROWS + thrown
        : result == null ? call : call + RETURNS + result;
  }
}
