package dev.mortise.loader.wit;

import java.util.List;

/**
 * A world: what a component imports and exports.
 *
 * @param name the label
 * @param imports the imports but for types
 * @param uses the types of imported interfaces that it uses
 * @param types the types that it imports itself
 * @param exports the exports
 */
public record WitWorld(
    String name,
    List<Item> imports,
    List<WitUse> uses,
    List<WitTypeDef> types,
    List<Item> exports) {

  /** One import or export. */
  public sealed interface Item {
    /** An interface by its name. */
    record Interface(WitInterface.Name name) implements Item {}

    /** {@code name: interface { … }}. */
    record Inline(WitInterface body) implements Item {}

    /** A function. */
    record Function(WitFunction function) implements Item {}

    /** Something that WIT cannot express, in a sentence. */
    record Note(String text) implements Item {}
  }

  public WitWorld {
    imports = List.copyOf(imports);
    uses = List.copyOf(uses);
    types = List.copyOf(types);
    exports = List.copyOf(exports);
  }
}
