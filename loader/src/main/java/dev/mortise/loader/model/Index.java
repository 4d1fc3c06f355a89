package dev.mortise.loader.model;

/**
 * An index into one of the index spaces of a component, component type or instance type
 * (Explainer.md, "Index Spaces"). Each space has its own record, so that an index cannot be looked
 * up in the wrong one.
 */
public sealed interface Index {
  /** The number, unsigned 32-bit. */
  long value();

  /** An index of the type index space. */
  record Type(long value) implements Index {}

  /** An index of the core type index space. */
  record CoreType(long value) implements Index {}

  /** An index of the func index space. */
  record Func(long value) implements Index {}

  /** An index of the core func index space. */
  record CoreFunc(long value) implements Index {}

  /** An index of the instance index space. */
  record Instance(long value) implements Index {}

  /** An index of the core instance index space. */
  record CoreInstance(long value) implements Index {}

  /** An index of the component index space. */
  record Component(long value) implements Index {}

  /** An index of the core module index space. */
  record CoreModule(long value) implements Index {}

  /** An index of the core memory index space. */
  record CoreMemory(long value) implements Index {}

  /** An index of the core table index space. */
  record CoreTable(long value) implements Index {}

  /** An index of the core global index space. */
  record CoreGlobal(long value) implements Index {}

  /** An index of the core tag index space. */
  record CoreTag(long value) implements Index {}

  /** An index of the value index space. */
  record Value(long value) implements Index {}
}
