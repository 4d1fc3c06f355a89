package dev.mortise.loader.encode;

import dev.mortise.loader.model.Sort;

/** Instances and core instances (Binary.md, "Instance Definitions"). */
public final class InstanceBytes {
  private InstanceBytes() {}

  /** Instantiates a component or core module. */
  public static Bytes instantiate(int component, Bytes... arguments) {
    return Bytes.of(0).then(Bytes.u32(component), Bytes.vec(arguments));
  }

  /** An instance made of existing definitions: {@link #inlineExport} or {@link #argument}. */
  public static Bytes inline(Bytes... exports) {
    return Bytes.of(1).then(Bytes.vec(exports));
  }

  /** An argument of a component. */
  public static Bytes argument(String name, Sort sort, int index) {
    return Bytes.name(name).then(ExternBytes.sortIndex(sort, index));
  }

  /** An argument of a core module. */
  public static Bytes coreArgument(String name, int coreInstance) {
    return Bytes.name(name).then(Bytes.of(0x12), Bytes.u32(coreInstance));
  }

  /** An export of an inline instance. */
  public static Bytes inlineExport(String name, Sort sort, int index) {
    return ExternBytes.name(name).then(ExternBytes.sortIndex(sort, index));
  }

  /** An export of an inline core instance, whose sorts have no prefix. */
  public static Bytes coreInlineExport(String name, int kind, int index) {
    return Bytes.name(name).then(Bytes.of(kind), Bytes.u32(index));
  }
}
