package dev.mortise.loader.model;

import java.util.List;

/** How a component instance comes into being (Binary.md, {@code instanceexpr}). */
public sealed interface InstanceExpr {
  /** {@code (instantiate c (with n si)*)}. */
  record Instantiate(Index.Component component, List<Argument> arguments) implements InstanceExpr {
    public Instantiate {
      arguments = List.copyOf(arguments);
    }
  }

  /** An instance made of existing definitions. */
  record Inline(List<Export> exports) implements InstanceExpr {
    public Inline {
      exports = List.copyOf(exports);
    }
  }

  /** One argument: the definition that satisfies the import {@code name}. */
  record Argument(long offset, String name, SortIndex item) {}

  /** One export of an inline instance. */
  record Export(long offset, ExternName name, SortIndex item) {}
}
