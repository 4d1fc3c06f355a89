package dev.mortise.loader.wit;

import java.util.List;

/**
 * {@code use wasi:io/streams@0.2.0.{input-stream as stream};}.
 *
 * @param from the interface that defines the types
 * @param items the types
 */
public record WitUse(WitInterface.Name from, List<Item> items) {
  /**
   * One type.
   *
   * @param name its name in the other interface
   * @param as its name here
   */
  public record Item(String name, String as) {}

  public WitUse {
    items = List.copyOf(items);
  }
}
