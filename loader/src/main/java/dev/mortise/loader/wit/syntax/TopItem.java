package dev.mortise.loader.wit.syntax;

import java.util.List;

/** What stands at the top of a file or of a nested package. */
public sealed interface TopItem {
  /** The name that it defines. */
  Identifier name();

  /**
   * {@code use path as name;}.
   *
   * @param name the name in this file: the path's own, or that after {@code as}
   */
  record TopUse(UsePath path, Identifier name) implements TopItem {}

  /** {@code interface name { … }}. */
  record InterfaceItem(Attributes attributes, Identifier name, List<InterfaceMember> members)
      implements TopItem {
    public InterfaceItem {
      members = List.copyOf(members);
    }
  }

  /** {@code world name { … }}. */
  record WorldItem(Attributes attributes, Identifier name, List<WorldMember> members)
      implements TopItem {
    public WorldItem {
      members = List.copyOf(members);
    }
  }
}
