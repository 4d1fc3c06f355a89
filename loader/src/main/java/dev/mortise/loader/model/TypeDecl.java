package dev.mortise.loader.model;

/** One declarator of a component type or instance type (Explainer.md, "Declarators"). */
public sealed interface TypeDecl {
  /** The absolute offset of its first byte in the file. */
  long offset();

  /** A core type. */
  record CoreType(long offset, CoreTypeExpr expr) implements TypeDecl {}

  /** A type. */
  record Type(long offset, TypeExpr expr) implements TypeDecl {}

  /** An alias. */
  record AliasDecl(long offset, Alias alias) implements TypeDecl {}

  /** An import; in component types only. */
  record Import(long offset, ExternName name, ExternDesc type) implements TypeDecl {}

  /** An export. */
  record Export(long offset, ExternName name, ExternDesc type) implements TypeDecl {}
}
