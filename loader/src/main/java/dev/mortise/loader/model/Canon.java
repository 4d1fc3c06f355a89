package dev.mortise.loader.model;

import dev.mortise.runtime.plan.CanonBuiltin;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A canonical definition (Binary.md, {@code canon}). */
public sealed interface Canon {
  /** {@code canon lift}. */
  record Lift(Index.CoreFunc callee, List<CanonOption> options, Index.Type type) implements Canon {
    public Lift {
      options = List.copyOf(options);
    }
  }

  /** {@code canon lower}. */
  record Lower(Index.Func callee, List<CanonOption> options) implements Canon {
    public Lower {
      options = List.copyOf(options);
    }
  }

  /** {@code canon resource.new}, {@code resource.drop} or {@code resource.rep}. */
  record Resource(CanonBuiltin builtin, Index.Type resource) implements Canon {}

  /** A built-in without immediates. */
  record Plain(CanonBuiltin builtin) implements Canon {}

  /** {@code canon task.return}. */
  record TaskReturn(@Nullable ValTypeRef result, List<CanonOption> options) implements Canon {
    public TaskReturn {
      options = List.copyOf(options);
    }
  }

  /** {@code canon context.get} or {@code context.set}. */
  record Context(CanonBuiltin builtin, CoreValTypeRef type, long slot) implements Canon {}

  /** A built-in that has an {@code async} flag: {@code subtask.cancel}. */
  record AsyncFlag(CanonBuiltin builtin, boolean async) implements Canon {}

  /** A built-in on a stream or future type, without further immediates. */
  record Typed(CanonBuiltin builtin, Index.Type type) implements Canon {}

  /** {@code {stream,future}.cancel-{read,write}}. */
  record CancelCopy(CanonBuiltin builtin, Index.Type type, boolean async) implements Canon {}

  /** {@code {stream,future}.{read,write}}. */
  record Copy(CanonBuiltin builtin, Index.Type type, List<CanonOption> options) implements Canon {
    public Copy {
      options = List.copyOf(options);
    }
  }

  /** {@code error-context.new} or {@code error-context.debug-message}. */
  record ErrorContext(CanonBuiltin builtin, List<CanonOption> options) implements Canon {
    public ErrorContext {
      options = List.copyOf(options);
    }
  }

  /** {@code waitable-set.wait} or {@code waitable-set.poll}. */
  record WaitableSet(CanonBuiltin builtin, Index.CoreMemory memory) implements Canon {}

  /** {@code thread.new-indirect}. */
  record ThreadNewIndirect(Index.CoreType type, Index.CoreTable table) implements Canon {}

  /** {@code thread.spawn-ref} or, with a table, {@code thread.spawn-indirect}. */
  record ThreadSpawn(
      CanonBuiltin builtin, boolean shared, Index.CoreType type, Index.@Nullable CoreTable table)
      implements Canon {}

  /** {@code thread.available-parallelism}. */
  record ThreadAvailableParallelism(boolean shared) implements Canon {}
}
