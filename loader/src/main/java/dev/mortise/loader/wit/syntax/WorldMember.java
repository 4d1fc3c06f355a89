package dev.mortise.loader.wit.syntax;

import java.util.List;

/** What stands in a world. */
public sealed interface WorldMember
    permits UseTypes, TypeItem, WorldMember.Include, WorldMember.Extern {
  /** What stands before it. */
  Attributes attributes();

  /** {@code include path with { … };}. */
  record Include(Attributes attributes, UsePath path, List<Renaming> renamings)
      implements WorldMember {
    /** {@code name as as}. */
    public record Renaming(Identifier name, Identifier as) {}

    public Include {
      renamings = List.copyOf(renamings);
    }
  }

  /** An import or export. */
  record Extern(Attributes attributes, Direction direction, ExternItem item)
      implements WorldMember {}

  /** Which way something goes. */
  enum Direction {
    IMPORT,
    EXPORT;

    /** The keyword. */
    @Override
    public String toString() {
      return this == IMPORT ? "import" : "export";
    }
  }

  /** What is imported or exported. */
  sealed interface ExternItem {
    /** An interface under its own name. */
    record Path(UsePath path) implements ExternItem {}

    /** {@code name: path}: an interface under another name. */
    record NamedPath(Identifier name, UsePath path) implements ExternItem {}

    /** {@code name: interface { … }}. */
    record Inline(Identifier name, List<InterfaceMember> members) implements ExternItem {
      public Inline {
        members = List.copyOf(members);
      }
    }

    /** {@code name: func(…)}. */
    record Func(Identifier name, FuncExpr func) implements ExternItem {}
  }
}
