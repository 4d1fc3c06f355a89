package dev.mortise.tck.script;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A command of a script, one record per kind. */
public sealed interface Command {
  /** The line of the original. */
  int line();

  /** The file that it names, if it names one. */
  default @Nullable Binary binary() {
    return null;
  }

  /** The kind as scripts spell it, such as {@code assert_trap}. */
  default String kind() {
    return getClass().getSimpleName().replaceAll("(?<=.)([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }

  /** Decode, validate, instantiate in a fresh store; it becomes the current instance. */
  record Component(int line, Binary binary, @Nullable String name) implements Command {}

  /** Decode and validate; kept as a definition. */
  record ComponentDefinition(int line, Binary binary, @Nullable String name) implements Command {}

  /** Instantiate a kept definition, the last one if it has no name. */
  record ComponentInstance(int line, @Nullable String instance, @Nullable String definition)
      implements Command {}

  /** What {@link Component} is for core modules. */
  record Module(int line, Binary binary, @Nullable String name) implements Command {}

  /** What {@link ComponentDefinition} is for core modules. */
  record ModuleDefinition(int line, Binary binary, @Nullable String name) implements Command {}

  /** What {@link ComponentInstance} is for core modules. */
  record ModuleInstance(int line, @Nullable String instance, @Nullable String definition)
      implements Command {}

  /** Make an instance importable under a name. */
  record Register(int line, String as, @Nullable String instance) implements Command {}

  /** Call; no trap is expected. */
  record Invoke(int line, Action action) implements Command {}

  /** Call and compare what it returns: no value or one. */
  record AssertReturn(int line, Action action, List<ScriptValue> expected) implements Command {
    /** A copy of the list is kept. */
    public AssertReturn {
      expected = List.copyOf(expected);
    }
  }

  /** The call traps. */
  record AssertTrap(int line, Action action, String text) implements Command {}

  /** Instantiation traps. */
  record AssertUninstantiable(int line, Binary binary, String text) implements Command {}

  /** It does not validate. */
  record AssertInvalid(int line, Binary binary, String text) implements Command {}

  /** It does not decode. */
  record AssertMalformed(int line, Binary binary, String text) implements Command {}

  /** It validates, but its imports cannot be satisfied. */
  record AssertUnlinkable(int line, Binary binary, String text) implements Command {}
}
