package dev.mortise.tck.host;

import dev.mortise.loader.Component;
import dev.mortise.loader.ComponentFunction;
import dev.mortise.loader.Instance;
import dev.mortise.loader.LoadOptions;
import dev.mortise.runtime.Imports;
import dev.mortise.runtime.error.CallException;
import dev.mortise.runtime.error.Diagnostic;
import dev.mortise.runtime.type.FuncType;
import dev.mortise.runtime.value.ComponentValue;
import dev.mortise.tck.run.Definition;
import dev.mortise.tck.run.Execution;
import dev.mortise.tck.script.Action;
import dev.mortise.tck.script.Script;
import dev.mortise.tck.script.ScriptValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs scripts on the loader. */
public final class LoaderExecution implements Execution {
  private final LoadOptions options;
  private final Instantiation instantiation;
  private final SuiteHost host = new SuiteHost();
  private final Map<String, Instance> instances = new HashMap<>();
  private final Map<Definition, Component> components = new HashMap<>();
  private @Nullable Instance current;

  private LoaderExecution(LoadOptions options, Instantiation instantiation) {
    this.options = options;
    this.instantiation = instantiation;
  }

  /** An execution for a script, interpreting or compiling core modules. */
  public static Execution open(Script script, LoadOptions.Execution execution) {
    return new LoaderExecution(options(script, execution), Instantiation.INTERPRETER);
  }

  /**
   * An execution for a script with generated code for lifting and lowering.
   *
   * @param coverage counts the functions
   */
  public static Execution generating(
      Script script, LoadOptions.Execution execution, Coverage coverage) {
    return new LoaderExecution(options(script, execution), new GeneratedInstantiation(coverage));
  }

  private static LoadOptions options(Script script, LoadOptions.Execution execution) {
    return LoadOptions.DEFAULT.withFeatures(script.features()).withExecution(execution);
  }

  @Override
  public void instantiate(Definition definition, @Nullable String name) {
    current = null;
    Component component = components.computeIfAbsent(definition, this::load);
    Imports.Builder imports = Imports.builder();
    host.supply(imports);
    instances.forEach(imports::instance);
    Instance instance =
        instantiation.instantiate(
            component, String.valueOf(definition.binary().file().getFileName()), imports.build());
    current = instance;
    if (name != null) {
      instances.put(name, instance);
    }
  }

  private Component load(Definition definition) {
    try {
      return Component.load(definition.binary().file(), options);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void register(String as, @Nullable String instance) {
    instances.put(as, instance(instance));
  }

  private Instance instance(@Nullable String name) {
    Instance found = name == null ? current : instances.get(name);
    if (found == null) {
      throw new CallException(
          Diagnostic.of("no-instance", "script")
              .because(name == null ? "there is no current instance" : "no instance " + name));
    }
    return found;
  }

  @Override
  public List<ScriptValue> call(Action action) {
    ComponentFunction function = instance(action.instance()).function(action.function());
    FuncType type = function.type();
    List<ComponentValue> arguments = new ArrayList<>();
    for (int i = 0; i < action.arguments().size(); i++) {
      arguments.add(ScriptValues.argument(action.arguments().get(i), type.params().get(i).type()));
    }
    ComponentValue result = function.callValues(arguments);
    return type.result() == null ? List.of() : List.of(ScriptValues.result(result));
  }

  @Override
  public void close() {
    instances.clear();
    components.clear();
    current = null;
  }
}
