package dev.mortise.tck.run;

import dev.mortise.runtime.error.MortiseException;
import dev.mortise.tck.script.Action;
import dev.mortise.tck.script.Script;
import dev.mortise.tck.script.ScriptValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What instantiates and calls the components of one script. It keeps the current instance, the
 * instances by name, and what the suites expect of a host; each instantiation takes a fresh store.
 * Whatever goes wrong is a {@link MortiseException} of its phase.
 */
public interface Execution extends AutoCloseable {
  /** Makes an execution for each script. */
  @FunctionalInterface
  interface Factory {
    /** An execution for a script, with nothing in it. */
    Execution open(Script script);
  }

  /**
   * Instantiates; the instance becomes the current one.
   *
   * @param name the name under which actions find it and later components may import it
   */
  void instantiate(Definition definition, @Nullable String name);

  /**
   * Makes the exports of an instance importable.
   *
   * @param instance the instance's name, or null for the current one
   */
  void register(String as, @Nullable String instance);

  /** Calls an export; no value or one comes back. */
  List<ScriptValue> call(Action action);

  /** Drops all instances. */
  @Override
  void close();
}
