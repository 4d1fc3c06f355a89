package dev.mortise.tck.run;

import dev.mortise.runtime.error.InvalidComponentException;
import dev.mortise.runtime.error.LinkException;
import dev.mortise.runtime.error.MalformedComponentException;
import dev.mortise.runtime.error.MortiseException;
import dev.mortise.runtime.error.TrapException;
import dev.mortise.tck.script.Action;
import dev.mortise.tck.script.Binary;
import dev.mortise.tck.script.Command;
import dev.mortise.tck.script.Script;
import dev.mortise.tck.script.ScriptValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs a script and passes a verdict on each of its commands: the entry of this package. */
public final class ScriptRunner {
  private static final String NOT_WIRED = "execution is not wired yet";
  private static final String NOT_EXECUTED = "the suite's own runner only validates";
  private static final String TEXT_ONLY = "text-only";
  private static final String CANCELLABLE = "cancellable-removed";
  private static final Verdict PASSED = new Verdict.Passed();

  private final Script script;
  private final Causes causes;
  private final @Nullable Execution execution;
  private final Map<String, Definition> definitions = new HashMap<>();
  private @Nullable Definition lastDefinition;

  private ScriptRunner(Script script, Causes causes, @Nullable Execution execution) {
    this.script = script;
    this.causes = causes;
    this.execution = execution;
  }

  /**
   * Runs a script.
   *
   * @param executions what runs components; null: the commands that need it are skipped
   */
  public static ScriptResult run(
      Script script, Causes causes, KnownFailures known, Execution.@Nullable Factory executions) {
    try (Execution execution =
        executions == null || !script.suite().executed() ? null : executions.open(script)) {
      ScriptRunner runner = new ScriptRunner(script, causes, execution);
      List<CommandResult> results = new ArrayList<>();
      for (Command command : script.commands()) {
        results.add(new CommandResult(command, runner.verdict(command)));
      }
      return new ScriptResult(script, known.judge(script, results));
    }
  }

  private Verdict verdict(Command command) {
    Binary binary = command.binary();
    if (binary != null && binary.skip() != null) {
      return new Verdict.Skipped(TEXT_ONLY);
    }
    try {
      return run(command);
    } catch (MortiseException e) {
      return binary != null && refusesCancellable(binary, e)
          ? PASSED
          : new Verdict.Failed("expected success, but: " + e.getMessage());
    } catch (RuntimeException | StackOverflowError | AssertionError | LinkageError e) {
      return new Verdict.Failed("a bug: " + e);
    }
  }

  /**
   * The immediate {@code cancellable} is all that is wrong with a file, as it has to be today. Raw
   * bytes are not marked with it, so that a script's age says the same.
   */
  private boolean refusesCancellable(Binary binary, MortiseException refusal) {
    return refusal.code().equals(CANCELLABLE)
        && (binary.usesCancellable() || script.suite().olderThanCancellableRemoval());
  }

  private Verdict run(Command command) {
    return switch (command) {
      case Command.Component c -> instantiate(c.binary(), c.name());
      case Command.Module c -> instantiate(c.binary(), c.name());
      case Command.ComponentDefinition c -> define(c.binary(), c.name());
      case Command.ModuleDefinition c -> define(c.binary(), c.name());
      case Command.ComponentInstance c -> instance(c.definition(), c.instance());
      case Command.ModuleInstance c -> instance(c.definition(), c.instance());
      case Command.Register c -> executed(e -> e.register(c.as(), c.instance()));
      case Command.Invoke c -> executed(e -> e.call(c.action()));
      case Command.AssertReturn c -> returns(c.action(), c.expected());
      case Command.AssertTrap c -> traps(c.text(), e -> e.call(c.action()));
      case Command.AssertUninstantiable c -> {
        Definition definition = prepare(c.binary());
        yield traps(c.text(), e -> e.instantiate(definition, null));
      }
      case Command.AssertUnlinkable c -> {
        Definition definition = prepare(c.binary());
        yield refused(
            c.text(), LinkException.class, execution, e -> e.instantiate(definition, null));
      }
      case Command.AssertInvalid c ->
          causes.namesNoRule(c.text())
              ? accepted(c.binary())
              : refused(c.text(), InvalidComponentException.class, c.binary(), this::prepare);
      case Command.AssertMalformed c ->
          refused(c.text(), MalformedComponentException.class, c.binary(), this::prepare);
    };
  }

  private Definition prepare(Binary binary) {
    Definition definition = Preparation.prepare(binary, script.features());
    if (binary.usesCancellable()) {
      throw new IllegalStateException("expected the refusal " + CANCELLABLE + ", found success");
    }
    return definition;
  }

  private Verdict accepted(Binary binary) {
    Definition unused = prepare(binary);
    return PASSED;
  }

  private Verdict define(Binary binary, @Nullable String name) {
    Definition definition = prepare(binary);
    lastDefinition = definition;
    if (name != null) {
      definitions.put(name, definition);
    }
    return PASSED;
  }

  /** Without an execution, what comes before it counts. */
  private Verdict instantiate(Binary binary, @Nullable String name) {
    Definition definition = prepare(binary);
    if (execution != null) {
      execution.instantiate(definition, name);
    }
    return PASSED;
  }

  private Verdict instance(@Nullable String name, @Nullable String instance) {
    Definition definition = name == null ? lastDefinition : definitions.get(name);
    if (definition == null) {
      return new Verdict.Failed("there is no definition " + (name == null ? "yet" : name));
    }
    return executed(e -> e.instantiate(definition, instance));
  }

  /** Something that is done with what a command names. */
  @FunctionalInterface
  private interface Deed<T> {
    void on(T target);
  }

  private Verdict executed(Deed<Execution> deed) {
    if (execution == null) {
      return notExecuted();
    }
    deed.on(execution);
    return PASSED;
  }

  private Verdict notExecuted() {
    return new Verdict.Skipped(script.suite().executed() ? NOT_WIRED : NOT_EXECUTED);
  }

  private Verdict returns(Action action, List<ScriptValue> expected) {
    if (execution == null) {
      return notExecuted();
    }
    List<ScriptValue> actual = execution.call(action);
    return ValueMatch.all(expected, actual)
        ? PASSED
        : new Verdict.Failed("expected " + expected + ", found " + actual);
  }

  private Verdict traps(String text, Deed<Execution> deed) {
    return refused(text, TrapException.class, execution, deed);
  }

  /** The deed has to fail in the phase and for the cause that the script means. */
  private <T> Verdict refused(
      String text, Class<? extends MortiseException> phase, @Nullable T target, Deed<T> deed) {
    if (target == null) {
      return notExecuted();
    }
    try {
      deed.on(target);
    } catch (MortiseException e) {
      return judge(text, phase, target, e);
    }
    return new Verdict.Failed("expected the refusal `" + text + "`, found success");
  }

  private Verdict judge(
      String text,
      Class<? extends MortiseException> phase,
      Object target,
      MortiseException refusal) {
    if (target instanceof Binary binary && binary.usesCancellable()) {
      return refusal.code().equals(CANCELLABLE)
          ? PASSED
          : new Verdict.Failed(
              "expected the refusal " + CANCELLABLE + ", found " + refusal.getMessage());
    }
    boolean malformedToo =
        refusal instanceof MalformedComponentException malformed
            && causes.allowsMalformed(text, malformed);
    if (!phase.isInstance(refusal) && !malformedToo) {
      return new Verdict.Failed(
          "expected %s for `%s`, found %s: %s"
              .formatted(
                  phase.getSimpleName(),
                  text,
                  refusal.getClass().getSimpleName(),
                  refusal.getMessage()));
    }
    return causes.agree(text, refusal)
        ? PASSED
        : new Verdict.Failed("another cause than `" + text + "`: " + refusal.getMessage());
  }
}
