package dev.mortise.loader.wit.syntax;

import java.util.List;

/** {@code use path.{name as as, …};}. */
public record UseTypes(Attributes attributes, UsePath path, List<Used> types)
    implements InterfaceMember, WorldMember {
  /**
   * One type.
   *
   * @param name its name in the other interface
   * @param as its name here
   */
  public record Used(Identifier name, Identifier as) {}

  public UseTypes {
    types = List.copyOf(types);
  }
}
