package dev.mortise.loader.wit.syntax;

/** What stands in an interface. */
public sealed interface InterfaceMember permits UseTypes, TypeItem, FuncItem {
  /** What stands before it. */
  Attributes attributes();
}
