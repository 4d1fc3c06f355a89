package dev.mortise.loader.wit.syntax;

/** {@code name: func(…) -> …;}. */
public record FuncItem(Attributes attributes, Identifier name, FuncExpr func)
    implements InterfaceMember {}
