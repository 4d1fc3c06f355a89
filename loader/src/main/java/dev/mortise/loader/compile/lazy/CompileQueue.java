package dev.mortise.loader.compile.lazy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.FutureTask;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;

/**
 * Lets other threads compile functions: at once what is asked for, since the thread that runs the
 * component waits for it; and meanwhile, one after the other, what is likely to be asked for next.
 * Nothing is compiled on the thread that asks: it may be about to run out of stack.
 */
final class CompileQueue {
  private static final int IDLE_SECONDS = 2;
  private static final ExecutorService NOW = threads("mortise compiler");
  private static final ExecutorService AHEAD = threads("mortise compiler, ahead");

  private final IntFunction<FunctionCompiler.Compiled> compiler;
  private final IntPredicate wanted;
  private final Map<Integer, FutureTask<FunctionCompiler.Compiled>> tasks =
      new ConcurrentHashMap<>();
  private final Set<Integer> known = ConcurrentHashMap.newKeySet();
  private final ConcurrentLinkedDeque<Integer> expected = new ConcurrentLinkedDeque<>();
  private final AtomicBoolean ahead = new AtomicBoolean();

  /**
   * A queue of nothing.
   *
   * @param compiler compiles one function, on any thread
   * @param wanted whether a function is still to be compiled; asked before it is compiled ahead
   */
  CompileQueue(IntFunction<FunctionCompiler.Compiled> compiler, IntPredicate wanted) {
    this.compiler = compiler;
    this.wanted = wanted;
  }

  private static ExecutorService threads(String name) {
    return new ThreadPoolExecutor(
        0,
        Integer.MAX_VALUE,
        IDLE_SECONDS,
        TimeUnit.SECONDS,
        new SynchronousQueue<>(),
        task -> {
          Thread thread = new Thread(task, name);
          thread.setDaemon(true);
          return thread;
        });
  }

  /**
   * Waits for a function, which is asked for once: what was made of it is forgotten here.
   *
   * @throws RuntimeException what the compiler threw; errors as they are
   */
  FunctionCompiler.Compiled demand(int function) {
    known.add(function);
    FutureTask<FunctionCompiler.Compiled> task = task(function);
    if (!task.isDone()) {
      // A task runs once however often it is started, so one that was lost between here and the
      // line before, by an overflow of the stack, is started by who asks next.
      NOW.execute(task);
    }
    FunctionCompiler.Compiled made = result(task);
    expect(made.called());
    return made;
  }

  /** Lets go of what was made of a function. */
  void forget(int function) {
    tasks.remove(function);
  }

  /** Compiles functions ahead of their first call, before those that were expected so far. */
  void expect(List<Integer> functions) {
    for (int i = functions.size() - 1; i >= 0; i--) {
      int function = functions.get(i);
      if (wanted.test(function) && known.add(function)) {
        expected.addFirst(function);
      }
    }
    if (!expected.isEmpty() && ahead.compareAndSet(false, true)) {
      AHEAD.execute(this::compileAhead);
    }
  }

  private void compileAhead() {
    try {
      for (Integer next = expected.pollFirst(); next != null; next = expected.pollFirst()) {
        if (wanted.test(next)) {
          task(next).run();
        }
      }
    } finally {
      ahead.set(false);
    }
  }

  private FutureTask<FunctionCompiler.Compiled> task(int function) {
    return tasks.computeIfAbsent(function, f -> new FutureTask<>(() -> compiler.apply(f)));
  }

  /** An interruption is the running code's affair, which looks for it by itself. */
  private static <T> T result(FutureTask<T> task) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return task.get();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case RuntimeException failure -> throw failure;
        case Error error -> throw error;
        case null, default -> throw new IllegalStateException(e);
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
