package dev.mortise.runtime.abi;

import dev.mortise.runtime.abi.layout.StringEncoding;

/**
 * How a string that is lowered lay in its former home. The specification lets the calls of {@code
 * realloc} depend on it; the string that arrives is the same.
 */
public enum StringSource {
  /** It was UTF-8. */
  UTF8,
  /** It was UTF-16. */
  UTF16,
  /** It was {@code latin1+utf16}: Latin-1 if its characters allow, else UTF-16. */
  LATIN1_UTF16,
  /** It was {@code latin1+utf16} and tagged as UTF-16, whatever its characters. */
  LATIN1_UTF16_TAGGED;

  /**
   * The source to take for a Java string, so that it costs one exact allocation where it can: the
   * encoding that is asked for, and UTF-16 for {@code latin1+utf16}.
   */
  public static StringSource ofHost(StringEncoding target) {
    return target == StringEncoding.UTF8 ? UTF8 : UTF16;
  }

  /** The source of a string that was lifted with this option, as far as the option tells. */
  public static StringSource of(StringEncoding encoding) {
    return switch (encoding) {
      case UTF8 -> UTF8;
      case UTF16 -> UTF16;
      case LATIN1_UTF16 -> LATIN1_UTF16;
    };
  }
}
