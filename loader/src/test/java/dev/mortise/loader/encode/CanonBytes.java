package dev.mortise.loader.encode;

import dev.mortise.runtime.plan.CanonBuiltin;
import org.jspecify.annotations.Nullable;

/** Canonical definitions (Binary.md, "Canonical Definitions"). */
public final class CanonBytes {
  public static final Bytes UTF8 = Bytes.of(0);
  public static final Bytes UTF16 = Bytes.of(1);
  public static final Bytes ASYNC = Bytes.of(6);
  public static final Bytes GC = Bytes.of(9);

  private CanonBytes() {}

  /** {@code canon lift}. */
  public static Bytes lift(int coreFunc, int type, Bytes... options) {
    return Bytes.of(0, 0).then(Bytes.u32(coreFunc), Bytes.vec(options), Bytes.u32(type));
  }

  /** {@code canon lower}. */
  public static Bytes lower(int func, Bytes... options) {
    return Bytes.of(1, 0).then(Bytes.u32(func), Bytes.vec(options));
  }

  /** A built-in on a resource, stream or future type. */
  public static Bytes builtin(CanonBuiltin builtin, int type) {
    return Bytes.of(builtin.opcode()).then(Bytes.u32(type));
  }

  /** A built-in with whatever immediates. */
  public static Bytes builtin(CanonBuiltin builtin, Bytes... immediates) {
    return Bytes.of(builtin.opcode()).then(immediates);
  }

  /** {@code canon task.return}. */
  public static Bytes taskReturn(@Nullable Bytes result, Bytes... options) {
    return Bytes.of(CanonBuiltin.TASK_RETURN.opcode())
        .then(TypeBytes.resultList(result), Bytes.vec(options));
  }

  /** The option {@code memory}. */
  public static Bytes memory(int memory) {
    return Bytes.of(3).then(Bytes.u32(memory));
  }

  /** The option {@code realloc}. */
  public static Bytes realloc(int coreFunc) {
    return Bytes.of(4).then(Bytes.u32(coreFunc));
  }

  /** The option {@code post-return}. */
  public static Bytes postReturn(int coreFunc) {
    return Bytes.of(5).then(Bytes.u32(coreFunc));
  }

  /** The option {@code callback}. */
  public static Bytes callback(int coreFunc) {
    return Bytes.of(7).then(Bytes.u32(coreFunc));
  }

  /** The option {@code core-type}. */
  public static Bytes coreType(int type) {
    return Bytes.of(8).then(Bytes.u32(type));
  }
}
