package dev.mortise.loader.model;

/** A sort and an index of that sort's space (Binary.md, {@code sortidx}). */
public record SortIndex(Sort sort, long index) {
  @Override
  public String toString() {
    return sort + " " + index;
  }
}
