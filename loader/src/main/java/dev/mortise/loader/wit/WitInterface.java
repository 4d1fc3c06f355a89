package dev.mortise.loader.wit;

import java.util.List;

/**
 * An interface.
 *
 * @param name the label
 * @param uses the types of other interfaces that it uses
 * @param types the types that it defines
 * @param functions the functions that belong to no resource
 * @param notes what it has that WIT cannot express, in sentences
 */
public record WitInterface(
    String name,
    List<WitUse> uses,
    List<WitTypeDef> types,
    List<WitFunction> functions,
    List<String> notes) {

  /**
   * The name of an interface with its package.
   *
   * @param inPackage the package
   * @param name the label of the interface, such as {@code streams}
   */
  public record Name(WitPackage.Name inPackage, String name) {
    /** The name in WIT, such as {@code wasi:io/streams@0.2.0}. */
    @Override
    public String toString() {
      String version = inPackage.version() == null ? "" : "@" + inPackage.version();
      return inPackage.name() + "/" + name + version;
    }
  }

  public WitInterface {
    uses = List.copyOf(uses);
    types = List.copyOf(types);
    functions = List.copyOf(functions);
    notes = List.copyOf(notes);
  }
}
