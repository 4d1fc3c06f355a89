package dev.mortise.loader.wit.build;

import dev.mortise.loader.wit.syntax.Attributes;
import dev.mortise.loader.wit.syntax.FuncExpr;
import dev.mortise.loader.wit.syntax.Identifier;
import dev.mortise.loader.wit.syntax.InterfaceMember;
import dev.mortise.loader.wit.syntax.TypeItem;
import dev.mortise.loader.wit.syntax.UseTypes;
import java.util.List;

/** One import or export of a world, its own or one that it includes. */
public sealed interface WorldEntry {
  /**
   * The types that one world defines, as another includes them: two worlds may define different
   * types of one name, and renaming a type does not rename it in what speaks of it. Equal only to
   * itself.
   */
  final class View {}

  /** What stands before it. */
  Attributes attributes();

  /** Where its name stands. */
  Identifier name();

  /** The same entry for a world that includes this one. */
  WorldEntry in(View view);

  /** An interface under its own name. */
  record Interface(Attributes attributes, Identifier name, Declaration.OfInterface target)
      implements WorldEntry {
    @Override
    public WorldEntry in(View view) {
      return this;
    }
  }

  /** An interface under another name. */
  record Named(Attributes attributes, Identifier name, Declaration.OfInterface target)
      implements WorldEntry {
    @Override
    public WorldEntry in(View view) {
      return this;
    }
  }

  /** An interface that stands in the world. */
  record Inline(
      Attributes attributes, Identifier name, List<InterfaceMember> members, FileScope scope)
      implements WorldEntry {
    public Inline {
      members = List.copyOf(members);
    }

    @Override
    public WorldEntry in(View view) {
      return this;
    }
  }

  /** A function. */
  record Func(Attributes attributes, Identifier name, FuncExpr func, View view)
      implements WorldEntry {
    @Override
    public WorldEntry in(View view) {
      return new Func(attributes, name, func, view);
    }
  }

  /** A type of an interface. */
  record Used(Attributes attributes, UseTypes.Used used, Declaration.OfInterface target, View view)
      implements WorldEntry {
    @Override
    public Identifier name() {
      return used.as();
    }

    @Override
    public WorldEntry in(View view) {
      return new Used(attributes, used, target, view);
    }
  }

  /** A type that the world defines. */
  record Type(TypeItem item, View view) implements WorldEntry {
    @Override
    public Attributes attributes() {
      return item.attributes();
    }

    @Override
    public Identifier name() {
      return item.name();
    }

    @Override
    public WorldEntry in(View view) {
      return new Type(item, view);
    }
  }
}
