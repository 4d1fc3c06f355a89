package dev.mortise.runtime.abi.layout;

/** The canonical option {@code string-encoding}. */
public enum StringEncoding {
  UTF8("utf8"),
  UTF16("utf16"),
  /** Latin-1 where every character allows it, else UTF-16 with a tag in the length. */
  LATIN1_UTF16("latin1+utf16");

  private final String text;

  StringEncoding(String text) {
    this.text = text;
  }

  /** The option's value in the specification's words, such as {@code latin1+utf16}. */
  @Override
  public String toString() {
    return text;
  }
}
