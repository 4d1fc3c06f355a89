package dev.mortise.loader.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One definition of a component, in file order (Explainer.md, "Component Definitions"). */
public sealed interface Definition {

  /** The absolute offset of its first byte in the file. */
  long offset();

  /** What it is called on a path through the component, such as {@code import "a:b/c"}. */
  default String label() {
    return switch (this) {
      case CoreModule module -> "core module";
      case CoreInstance instance -> "core instance";
      case CoreType type -> "core type";
      case Component nested -> "component";
      case Instance instance -> "instance";
      case AliasDef alias -> "alias";
      case Type type -> "type";
      case CanonDef canon -> "canon";
      case Start start -> "start";
      case Import item -> "import \"" + item.name().name() + "\"";
      case Export item -> "export \"" + item.name().name() + "\"";
      case Value value -> "value";
    };
  }

  /** A nested core module. */
  record CoreModule(long offset, DecodedCoreModule module) implements Definition {}

  /** A core instance. */
  record CoreInstance(long offset, CoreInstanceExpr expr) implements Definition {}

  /** A core type. */
  record CoreType(long offset, CoreTypeExpr expr) implements Definition {}

  /** A nested component. */
  record Component(long offset, DecodedComponent component) implements Definition {}

  /** A component instance. */
  record Instance(long offset, InstanceExpr expr) implements Definition {}

  /** An alias. */
  record AliasDef(long offset, Alias alias) implements Definition {}

  /** A type. */
  record Type(long offset, TypeExpr expr) implements Definition {}

  /** A canonical definition. */
  record CanonDef(long offset, Canon canon) implements Definition {}

  /** A start function (gated feature). */
  record Start(long offset, Index.Func func, List<Index.Value> arguments, long results)
      implements Definition {
    public Start {
      arguments = List.copyOf(arguments);
    }
  }

  /** An import. */
  record Import(long offset, ExternName name, ExternDesc type) implements Definition {}

  /**
   * An export.
   *
   * @param type the ascribed type, or null to take the definition's own
   */
  record Export(long offset, ExternName name, SortIndex item, @Nullable ExternDesc type)
      implements Definition {}

  /** A value (gated feature): its type and the bytes that encode it. */
  record Value(long offset, ValTypeRef type, long end) implements Definition {}
}
