package dev.mortise.loader.model;

import java.util.List;

/** The right-hand side of a core type definition (Binary.md, {@code core:deftype}). */
public sealed interface CoreTypeExpr {
  /** A recursion group, most often of one function type. */
  record Rec(CoreRecGroup group) implements CoreTypeExpr {}

  /** A core module type. */
  record Module(List<CoreModuleDecl> declarations) implements CoreTypeExpr {}

  /** One declarator of a core module type. */
  sealed interface CoreModuleDecl {
    /** The absolute offset of its first byte in the file. */
    long offset();

    /** An import. */
    record Import(long offset, String module, String name, CoreExternDesc type)
        implements CoreModuleDecl {}

    /** A type. */
    record Type(long offset, CoreRecGroup group) implements CoreModuleDecl {}

    /** {@code (alias outer ct idx (type))}. */
    record OuterAlias(long offset, long count, long index) implements CoreModuleDecl {}

    /** An export. */
    record Export(long offset, String name, CoreExternDesc type) implements CoreModuleDecl {}
  }
}
