package dev.mortise.loader.model;

import java.util.List;

/** How a core instance comes into being (Binary.md, {@code core:instanceexpr}). */
public sealed interface CoreInstanceExpr {
  /** {@code (instantiate m (with n (instance i))*)}. */
  record Instantiate(Index.CoreModule module, List<Argument> arguments)
      implements CoreInstanceExpr {
    public Instantiate {
      arguments = List.copyOf(arguments);
    }
  }

  /** An instance made of existing core definitions. */
  record Inline(List<Export> exports) implements CoreInstanceExpr {
    public Inline {
      exports = List.copyOf(exports);
    }
  }

  /** One argument: the exports of an instance satisfy the imports from module {@code name}. */
  record Argument(long offset, String name, Index.CoreInstance instance) {}

  /** One export of an inline instance. */
  record Export(long offset, String name, SortIndex item) {}
}
