package dev.mortise.loader.wit.source;

/** Bounds on WIT text: generous for people and generators, and far from where memory ends. */
public final class WitLimits {
  /** The bytes of one file. */
  public static final int FILE_BYTES = 16 << 20;

  /** The bytes of all files of a load. */
  public static final long TOTAL_BYTES = 64 << 20;

  /** The files of a load. */
  public static final int FILES = 10_000;

  /** Types inside types where they are written, and block comments inside block comments. */
  public static final int NESTING_DEPTH = 100;

  /** Types inside types when every name is replaced by what it stands for, as in components. */
  public static final int TYPE_DEPTH = 250;

  /** The parts of a type when every name is replaced by what it stands for, as in components. */
  public static final int TYPE_SIZE = 1_000_000;

  /** Fields, cases, elements or labels of one type. */
  public static final int MEMBERS = 10_000;

  /** Parameters of one function. */
  public static final int PARAMETERS = 1_000;

  /** Labels of one {@code flags} type; set by the specification. */
  public static final int FLAGS = 32;

  /** The length of a fixed-length list. */
  public static final long LIST_LENGTH = 1L << 30;

  /** The items of all interfaces and worlds that a load builds, each for each world it is in. */
  public static final int BUILT_ITEMS = 4_000_000;

  /** The findings that are reported of one load. */
  public static final int FINDINGS = 100;

  private WitLimits() {}
}
