package dev.mortise.runtime.instance.builtin;

/** Waitables that are waited for together (CanonicalABI.md, "Waitable State"). */
public final class WaitableSet implements TableElement {
  /** What it is in words. */
  public static final String KIND = "a waitable set";

  /** How many waitables are in it. */
  int size;

  @Override
  public String describe() {
    return KIND;
  }
}
