package dev.mortise.runtime.abi.layout;

/**
 * The integer in memory that tells a variant's case.
 *
 * <p>Spec: {@code CanonicalABI.md#alignment}, {@code discriminant_type}.
 */
public final class Discriminant {
  private Discriminant() {}

  /** Its bytes, which are its alignment as well: 1, 2 or 4. */
  public static int byteLength(int cases) {
    if (cases <= 1 << 8) {
      return 1;
    }
    return cases <= 1 << 16 ? 2 : 4;
  }
}
