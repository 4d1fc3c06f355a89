package dev.mortise.loader.decode;

import dev.mortise.loader.model.Canon;
import dev.mortise.loader.model.CanonOption;
import dev.mortise.loader.model.CoreValTypeRef;
import dev.mortise.loader.model.Index;
import dev.mortise.loader.model.ValTypeRef;
import dev.mortise.runtime.plan.CanonBuiltin;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads canonical definitions (Binary.md, "Canonical Definitions"). */
final class CanonReader {
  private static final String WHAT = "canonical function";
  private static final @Nullable CanonBuiltin[] BY_OPCODE = byOpcode();

  private CanonReader() {}

  static Canon read(ByteReader in) {
    int start = in.position();
    int opcode = in.u8(WHAT);
    switch (opcode) {
      case 0x00 -> {
        in.expect(0x00, "canonical function lift");
        Index.CoreFunc callee = coreFunc(in);
        List<CanonOption> options = options(in);
        return new Canon.Lift(callee, options, TypeReader.typeIndex(in));
      }
      case 0x01 -> {
        in.expect(0x00, "canonical function lower");
        Index.Func callee = new Index.Func(in.u32("function index"));
        return new Canon.Lower(callee, options(in));
      }
      default -> {
        CanonBuiltin builtin = BY_OPCODE[opcode];
        if (builtin == null) {
          throw in.leadingByte(start, opcode, WHAT, "the code of a canonical definition");
        }
        return builtin(in, builtin);
      }
    }
  }

  private static Canon builtin(ByteReader in, CanonBuiltin builtin) {
    return switch (builtin) {
      case RESOURCE_NEW, RESOURCE_DROP, RESOURCE_REP ->
          new Canon.Resource(builtin, TypeReader.typeIndex(in));
      case TASK_CANCEL,
          SUBTASK_DROP,
          ERROR_CONTEXT_DROP,
          WAITABLE_SET_NEW,
          WAITABLE_SET_DROP,
          WAITABLE_JOIN,
          BACKPRESSURE_INC,
          BACKPRESSURE_DEC,
          THREAD_INDEX,
          THREAD_RESUME_LATER ->
          new Canon.Plain(builtin);
      case THREAD_YIELD,
          THREAD_SUSPEND,
          THREAD_SUSPEND_THEN_RESUME,
          THREAD_YIELD_THEN_RESUME,
          THREAD_SUSPEND_THEN_PROMOTE,
          THREAD_YIELD_THEN_PROMOTE -> {
        notCancellable(in);
        yield new Canon.Plain(builtin);
      }
      case SUBTASK_CANCEL -> new Canon.AsyncFlag(builtin, in.flag("async"));
      case TASK_RETURN -> {
        ValTypeRef result = TypeReader.resultList(in);
        yield new Canon.TaskReturn(result, options(in));
      }
      case CONTEXT_GET, CONTEXT_SET -> {
        CoreValTypeRef type = CoreTypeReader.valType(in);
        yield new Canon.Context(builtin, type, in.u32("context slot"));
      }
      case STREAM_NEW,
          STREAM_DROP_READABLE,
          STREAM_DROP_WRITABLE,
          FUTURE_NEW,
          FUTURE_DROP_READABLE,
          FUTURE_DROP_WRITABLE ->
          new Canon.Typed(builtin, TypeReader.typeIndex(in));
      case STREAM_READ, STREAM_WRITE, FUTURE_READ, FUTURE_WRITE -> {
        Index.Type type = TypeReader.typeIndex(in);
        yield new Canon.Copy(builtin, type, options(in));
      }
      case STREAM_CANCEL_READ, STREAM_CANCEL_WRITE, FUTURE_CANCEL_READ, FUTURE_CANCEL_WRITE -> {
        Index.Type type = TypeReader.typeIndex(in);
        yield new Canon.CancelCopy(builtin, type, in.flag("async"));
      }
      case ERROR_CONTEXT_NEW, ERROR_CONTEXT_DEBUG_MESSAGE ->
          new Canon.ErrorContext(builtin, options(in));
      case WAITABLE_SET_WAIT, WAITABLE_SET_POLL -> {
        notCancellable(in);
        yield new Canon.WaitableSet(builtin, new Index.CoreMemory(in.u32("memory index")));
      }
      case THREAD_NEW_INDIRECT -> {
        Index.CoreType type = new Index.CoreType(in.u32("core type index"));
        yield new Canon.ThreadNewIndirect(type, new Index.CoreTable(in.u32("table index")));
      }
      case THREAD_SPAWN_REF, THREAD_SPAWN_INDIRECT -> {
        boolean shared = shared(in);
        Index.CoreType type = new Index.CoreType(in.u32("core type index"));
        Index.CoreTable table =
            builtin == CanonBuiltin.THREAD_SPAWN_INDIRECT
                ? new Index.CoreTable(in.u32("table index"))
                : null;
        yield new Canon.ThreadSpawn(builtin, shared, type, table);
      }
      case THREAD_AVAILABLE_PARALLELISM -> new Canon.ThreadAvailableParallelism(shared(in));
    };
  }

  /** wasm-tools writes no such byte, and means shared threads. */
  private static boolean shared(ByteReader in) {
    return in.has(Feature.WASM_TOOLS_ENCODINGS) || in.flag("shared");
  }

  /** The specification has removed {@code cancellable}: the byte that said it is always 0. */
  private static void notCancellable(ByteReader in) {
    int start = in.position();
    int found = in.u8("cancellable");
    if (found == 1) {
      throw in.malformed(
          in.at(start, Malformed.CANCELLABLE, "cancellable")
              .expecting("0x00", "0x01")
              .because("the specification has removed the immediate `cancellable`"));
    }
    if (found != 0) {
      throw in.malformed(
          in.at(start, Malformed.INVALID_BOOLEAN, "cancellable")
              .expecting("0x00", ByteReader.hex(found)));
    }
  }

  private static List<CanonOption> options(ByteReader in) {
    return in.vec("canonical options", Limits.CANONICAL_OPTIONS, CanonReader::option);
  }

  private static CanonOption option(ByteReader in) {
    int start = in.position();
    int code = in.u8("canonical option");
    return switch (code) {
      case 0x00 -> CanonOption.StringEncoding.UTF8;
      case 0x01 -> CanonOption.StringEncoding.UTF16;
      case 0x02 -> CanonOption.StringEncoding.LATIN1_UTF16;
      case 0x03 -> new CanonOption.Memory(new Index.CoreMemory(in.u32("memory index")));
      case 0x04 -> new CanonOption.Realloc(coreFunc(in));
      case 0x05 -> new CanonOption.PostReturn(coreFunc(in));
      case 0x06 -> new CanonOption.Async();
      case 0x07 -> new CanonOption.Callback(coreFunc(in));
      case 0x08 -> new CanonOption.CoreType(new Index.CoreType(in.u32("core type index")));
      case 0x09 -> new CanonOption.Gc();
      default ->
          throw in.leadingByte(
              start, code, "canonical option", "the code of an option, 0x00 to 0x09");
    };
  }

  private static Index.CoreFunc coreFunc(ByteReader in) {
    return new Index.CoreFunc(in.u32("core function index"));
  }

  private static @Nullable CanonBuiltin[] byOpcode() {
    @Nullable CanonBuiltin[] table = new CanonBuiltin[256];
    for (CanonBuiltin builtin : CanonBuiltin.values()) {
      table[builtin.opcode()] = builtin;
    }
    return table;
  }
}
