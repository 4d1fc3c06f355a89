package dev.mortise.wasi.exchange;

/**
 * A field of HTTP: a header or a trailer.
 *
 * @param name as it was written; compared without regard to case
 * @param value each of its characters is one byte (ISO 8859-1)
 */
public record HttpField(String name, String value) {
  /** Whether the field has a name, in whatever case. */
  public boolean isCalled(String other) {
    return name.equalsIgnoreCase(other);
  }
}
