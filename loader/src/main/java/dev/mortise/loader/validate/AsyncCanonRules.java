package dev.mortise.loader.validate;

import dev.mortise.loader.decode.Feature;
import dev.mortise.loader.model.Canon;
import dev.mortise.loader.model.Index;
import dev.mortise.loader.model.ValTypeRef;
import dev.mortise.loader.validate.core.CoreTypeDef;
import dev.mortise.loader.validate.core.CoreTypeInterner;
import dev.mortise.loader.validate.rule.FeatureGate;
import dev.mortise.loader.validate.rule.Rule;
import dev.mortise.loader.validate.rule.Violation;
import dev.mortise.runtime.abi.layout.AddressWidth;
import dev.mortise.runtime.abi.layout.Flatten;
import dev.mortise.runtime.core.CoreExternType;
import dev.mortise.runtime.core.CoreFuncType;
import dev.mortise.runtime.core.CoreValType;
import dev.mortise.runtime.core.CoreValType.Num;
import dev.mortise.runtime.plan.CanonBuiltin;
import dev.mortise.runtime.type.DefType;
import dev.mortise.runtime.type.FuncType;
import dev.mortise.runtime.type.FutureType;
import dev.mortise.runtime.type.StreamType;
import dev.mortise.runtime.type.ValType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The canonical built-ins of the asynchronous ABI, of error contexts and of threads. */
final class AsyncCanonRules {
  private static final Num I32 = Num.I32;

  private final Scope scope;
  private final Validation validation;
  private final TypeRules types;

  AsyncCanonRules(Scope scope) {
    this.scope = scope;
    this.validation = scope.validation;
    this.types = new TypeRules(scope);
  }

  Resolved.Builtin define(Canon canon) {
    return switch (canon) {
      case Canon.Plain plain -> plain(plain.builtin());
      case Canon.TaskReturn taskReturn -> taskReturn(taskReturn);
      case Canon.Context context -> context(context);
      case Canon.AsyncFlag flag -> {
        requireAsync(flag.builtin());
        if (flag.async()) {
          requireMore("async", flag.builtin());
        }
        yield builtin(List.of(I32), List.of(I32), null);
      }
      case Canon.Typed typed -> typed(typed);
      case Canon.CancelCopy cancel -> {
        requireAsync(cancel.builtin());
        if (cancel.async()) {
          requireMore("async", cancel.builtin());
        }
        yield builtin(List.of(I32), List.of(I32), copyType(cancel.builtin(), cancel.type()));
      }
      case Canon.Copy copy -> copy(copy);
      case Canon.ErrorContext errorContext -> errorContext(errorContext);
      case Canon.WaitableSet set -> {
        requireAsync(set.builtin());
        AddressWidth width = CanonOptions.memoryWidth(scope, set.memory());
        yield builtin(List.of(I32, width.coreType()), List.of(I32), null);
      }
      case Canon.ThreadNewIndirect thread -> newIndirect(thread);
      case Canon.ThreadSpawn spawn -> spawn(spawn);
      case Canon.ThreadAvailableParallelism parallelism -> {
        requireShared("thread.available_parallelism");
        yield builtin(List.of(), List.of(I32), null);
      }
      case Canon.Lift lift -> throw new AssertionError("handled before");
      case Canon.Lower lower -> throw new AssertionError("handled before");
      case Canon.Resource resource -> throw new AssertionError("handled before");
    };
  }

  private static Resolved.Builtin builtin(
      List<? extends CoreValType> params,
      List<? extends CoreValType> results,
      @Nullable DefType type) {
    return new Resolved.Builtin(new CoreFuncType(List.copyOf(params), List.copyOf(results)), type);
  }

  private static String where(CanonBuiltin builtin) {
    return "canon " + builtin;
  }

  private void requireAsync(CanonBuiltin builtin) {
    validation.require(
        Feature.CM_ASYNC,
        where(builtin),
        "`" + builtin + "` requires the component model async feature");
  }

  private void requireMore(String kind, CanonBuiltin builtin) {
    validation.require(
        Feature.CM_MORE_ASYNC_BUILTINS,
        where(builtin),
        kind + " `" + builtin + "` requires the component model more async builtins feature");
  }

  private void requireThreading(CanonBuiltin builtin) {
    validation.require(
        Feature.CM_THREADING,
        where(builtin),
        "`" + builtin + "` requires the component model threading feature");
  }

  private void requireShared(String builtin) {
    validation.require(
        Feature.SHARED_EVERYTHING_THREADS,
        "canon " + builtin,
        "`" + builtin + "` requires the shared-everything-threads proposal");
  }

  private Resolved.Builtin plain(CanonBuiltin builtin) {
    return switch (builtin) {
      case TASK_CANCEL, BACKPRESSURE_INC, BACKPRESSURE_DEC -> {
        requireAsync(builtin);
        yield builtin(List.of(), List.of(), null);
      }
      case SUBTASK_DROP, WAITABLE_SET_DROP -> {
        requireAsync(builtin);
        yield builtin(List.of(I32), List.of(), null);
      }
      case WAITABLE_JOIN -> {
        requireAsync(builtin);
        yield builtin(List.of(I32, I32), List.of(), null);
      }
      case WAITABLE_SET_NEW, THREAD_YIELD -> {
        requireAsync(builtin);
        yield builtin(List.of(), List.of(I32), null);
      }
      case ERROR_CONTEXT_DROP -> {
        requireErrorContext(builtin);
        yield builtin(List.of(I32), List.of(), null);
      }
      case THREAD_INDEX, THREAD_SUSPEND -> {
        requireThreading(builtin);
        yield builtin(List.of(), List.of(I32), null);
      }
      case THREAD_RESUME_LATER -> {
        requireThreading(builtin);
        yield builtin(List.of(I32), List.of(), null);
      }
      case THREAD_SUSPEND_THEN_RESUME,
          THREAD_YIELD_THEN_RESUME,
          THREAD_SUSPEND_THEN_PROMOTE,
          THREAD_YIELD_THEN_PROMOTE -> {
        requireThreading(builtin);
        yield builtin(List.of(I32), List.of(I32), null);
      }
      default -> throw new AssertionError(builtin);
    };
  }

  private void requireErrorContext(CanonBuiltin builtin) {
    validation.require(
        Feature.CM_ERROR_CONTEXT,
        where(builtin),
        "`" + builtin + "` requires the component model error-context feature");
  }

  private Resolved.Builtin taskReturn(Canon.TaskReturn canon) {
    requireAsync(CanonBuiltin.TASK_RETURN);
    ValTypeRef ref = canon.result();
    List<ValType> result = ref == null ? List.of() : List.of(types.value(ref));
    CanonOptions options =
        CanonOptions.check(canon.options(), scope, "canon task.return")
            .notRealloc("task.return")
            .notPostReturn("task.return")
            .forLower()
            .sync("task.return");
    if (options.isGc()) {
      FuncType type =
          new FuncType(result.stream().map(t -> new FuncType.Param("v", t)).toList(), null, false);
      return new Resolved.Builtin(
          GcRules.lower(type, options, scope), result.isEmpty() ? null : (DefType) result.get(0));
    }
    List<Num> flat =
        Flatten.types(result, Flatten.MAX_FLAT_PARAMS, validation.layouts(options.width()));
    options.memoryIf(flat == null || pointer(result));
    return builtin(
        flat == null ? List.of(options.width().coreType()) : flat,
        List.of(),
        result.isEmpty() ? null : result.get(0));
  }

  private boolean pointer(List<ValType> valTypes) {
    return valTypes.stream().anyMatch(t -> validation.infos.of((DefType) t).pointer());
  }

  private Resolved.Builtin context(Canon.Context canon) {
    String name = canon.builtin().toString();
    requireAsync(canon.builtin());
    CoreValType type = CoreTypeInterner.resolve(canon.type(), scope.coreTypes);
    if (type == Num.I64) {
      validation.require(
          Feature.CM64,
          where(canon.builtin()),
          "64-bit `" + name + "` requires the component model 64-bit feature");
    } else if (type != I32) {
      throw Violation.expected(
              Rule.CONTEXT_IMMEDIATE, where(canon.builtin()), "i32 or i64", type.toString())
          .why("`" + name + "` only supports `i32` or `i64`");
    }
    if (scope.contextType != null && !scope.contextType.equals(type)) {
      throw Violation.because(
          Rule.CONTEXT_IMMEDIATE,
          where(canon.builtin()),
          "`" + name + "` type must match previous context type");
    }
    scope.contextType = type;
    if (canon.slot() > 0) {
      if (!validation.features.has(Feature.CM_THREADING)) {
        throw immediate(canon, "immediate must be zero: ")
            .hint(FeatureGate.hint(Feature.CM_THREADING));
      }
      if (canon.slot() > 1) {
        throw immediate(canon, "immediate must be zero or one: ");
      }
    }
    return canon.builtin() == CanonBuiltin.CONTEXT_GET
        ? builtin(List.of(), List.of(type), null)
        : builtin(List.of(type), List.of(), null);
  }

  private static Violation immediate(Canon.Context canon, String why) {
    return Violation.because(
        Rule.CONTEXT_IMMEDIATE,
        where(canon.builtin()),
        "`" + canon.builtin() + "` " + why + canon.slot());
  }

  private Resolved.Builtin typed(Canon.Typed canon) {
    requireAsync(canon.builtin());
    DefType type = copyType(canon.builtin(), canon.type());
    return switch (canon.builtin()) {
      case STREAM_NEW, FUTURE_NEW -> builtin(List.of(), List.of(Num.I64), type);
      default -> builtin(List.of(I32), List.of(), type);
    };
  }

  /** The stream or future type that a built-in works on. */
  private DefType copyType(CanonBuiltin builtin, Index.Type index) {
    boolean stream = builtin.toString().startsWith("stream");
    ValType type = types.value(new ValTypeRef.Ref(index));
    boolean fits =
        stream ? type.structure() instanceof StreamType : type.structure() instanceof FutureType;
    if (!fits) {
      throw Violation.expected(
              Rule.WRONG_TYPE_KIND,
              where(builtin),
              stream ? "a stream type" : "a future type",
              type.kind())
          .why("`" + builtin + "` requires a " + (stream ? "stream" : "future") + " type");
    }
    return type;
  }

  private Resolved.Builtin copy(Canon.Copy canon) {
    requireAsync(canon.builtin());
    DefType type = copyType(canon.builtin(), canon.type());
    CanonOptions options = CanonOptions.check(canon.options(), scope, where(canon.builtin()));
    if (!options.isAsync()) {
      requireMore("synchronous", canon.builtin());
    }
    ValType element =
        switch (((ValType) type).structure()) {
          case StreamType stream -> stream.element();
          case FutureType future -> future.element();
          default -> throw new AssertionError("checked before");
        };
    boolean reads =
        canon.builtin() == CanonBuiltin.STREAM_READ || canon.builtin() == CanonBuiltin.FUTURE_READ;
    options
        .memoryIf(element != null)
        .reallocIf(reads && element != null && pointer(List.of(element)))
        .forLower();
    CoreValType address = options.width().coreType();
    List<CoreValType> params = new ArrayList<>(List.of(I32, address));
    if (canon.builtin() == CanonBuiltin.STREAM_READ
        || canon.builtin() == CanonBuiltin.STREAM_WRITE) {
      params.add(address);
    }
    CoreFuncType core =
        GcRules.builtin(new CoreFuncType(params, List.of(I32)), options, where(canon.builtin()));
    return new Resolved.Builtin(core, type);
  }

  private Resolved.Builtin errorContext(Canon.ErrorContext canon) {
    requireErrorContext(canon.builtin());
    boolean isNew = canon.builtin() == CanonBuiltin.ERROR_CONTEXT_NEW;
    CanonOptions options =
        CanonOptions.check(canon.options(), scope, where(canon.builtin()))
            .memoryIf(true)
            .reallocIf(!isNew)
            .sync(canon.builtin().toString())
            .forLower();
    CoreValType address = options.width().coreType();
    CoreFuncType core =
        isNew
            ? new CoreFuncType(List.of(address, address), List.of(I32))
            : new CoreFuncType(List.of(I32, address), List.of());
    return new Resolved.Builtin(GcRules.builtin(core, options, where(canon.builtin())), null);
  }

  private Resolved.Builtin newIndirect(Canon.ThreadNewIndirect canon) {
    requireThreading(CanonBuiltin.THREAD_NEW_INDIRECT);
    String where = where(CanonBuiltin.THREAD_NEW_INDIRECT);
    CoreFuncType start = startType(canon.type(), where, "start");
    if (!start.params().equals(List.of(I32))) {
      throw Violation.because(
          Rule.THREAD_START, where, "start function must take a single `i32` argument (currently)");
    }
    if (!start.results().isEmpty()) {
      throw Violation.because(
          Rule.THREAD_START, where, "start function must not return any values");
    }
    CoreExternType.Table table = scope.coreTables.get(canon.table().value());
    if (table.is64() || table.shared() || !table.element().equals(CoreValType.Ref.FUNC)) {
      throw Violation.expected(Rule.THREAD_START, where, "a table of funcref", table.toString())
          .why("table is not a 32-bit table of (ref null (func))");
    }
    return builtin(List.of(I32, I32), List.of(I32), null);
  }

  private CoreFuncType startType(Index.CoreType index, String where, String what) {
    return switch (scope.coreTypes.get(index.value())) {
      case CoreTypeDef.Func func -> func.type();
      case CoreTypeDef.Module module ->
          throw Violation.because(Rule.THREAD_START, where, "expected a core function type");
      case CoreTypeDef.Struct struct ->
          throw Violation.because(Rule.THREAD_START, where, what + " type must be a function");
      case CoreTypeDef.Array array ->
          throw Violation.because(Rule.THREAD_START, where, what + " type must be a function");
    };
  }

  private Resolved.Builtin spawn(Canon.ThreadSpawn canon) {
    requireShared(canon.builtin().toString());
    String where = where(canon.builtin());
    CoreFuncType start = startType(canon.type(), where, "spawn");
    if (start.id() == null) {
      throw Violation.because(Rule.THREAD_START, where, "spawn type must be shared");
    }
    if (!start.params().equals(List.of(I32))) {
      throw Violation.because(
          Rule.THREAD_START, where, "spawn function must take a single `i32` argument (currently)");
    }
    if (!start.results().isEmpty()) {
      throw Violation.because(
          Rule.THREAD_START, where, "spawn function must not return any values");
    }
    Index.CoreTable tableIndex = canon.table();
    if (tableIndex == null) {
      CoreValType ref = new CoreValType.Ref(true, "func", start.id());
      return builtin(List.of(ref, I32), List.of(I32), null);
    }
    CoreExternType.Table table = scope.coreTables.get(tableIndex.value());
    if (table.is64() || !table.shared() || !table.element().heap().equals("shared func")) {
      throw Violation.expected(
              Rule.THREAD_START,
              where,
              "a shared table of (ref null (shared func))",
              table.toString())
          .why("table is not a 32-bit shared table of (ref null (shared func))");
    }
    return builtin(List.of(I32, I32), List.of(I32), null);
  }
}
