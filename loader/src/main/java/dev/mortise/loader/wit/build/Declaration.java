package dev.mortise.loader.wit.build;

import dev.mortise.loader.wit.WitInterface;
import dev.mortise.loader.wit.syntax.Identifier;
import dev.mortise.loader.wit.syntax.TopItem;
import org.jspecify.annotations.Nullable;

/**
 * An interface or world of a package, with what is in scope where it stands. Within one load its
 * full name says which it is.
 */
public sealed interface Declaration {
  /** Its full name. */
  WitInterface.Name id();

  /** What its names are looked up in. */
  FileScope scope();

  /** The name where it is declared. */
  Identifier name();

  /** {@code interface} or {@code world}. */
  String kind();

  /** An interface. */
  record OfInterface(WitInterface.Name id, TopItem.InterfaceItem syntax, FileScope scope)
      implements Declaration {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof OfInterface of && of.id.equals(id);
    }

    @Override
    public int hashCode() {
      return id.hashCode();
    }

    @Override
    public Identifier name() {
      return syntax.name();
    }

    @Override
    public String kind() {
      return "interface";
    }
  }

  /** A world. */
  record OfWorld(WitInterface.Name id, TopItem.WorldItem syntax, FileScope scope)
      implements Declaration {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof OfWorld of && of.id.equals(id);
    }

    @Override
    public int hashCode() {
      return id.hashCode();
    }

    @Override
    public Identifier name() {
      return syntax.name();
    }

    @Override
    public String kind() {
      return "world";
    }
  }
}
