package dev.mortise.loader.compile;

import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.Machine;
import com.dylibso.chicory.runtime.WasmFunctionHandle;
import com.dylibso.chicory.wasm.WasmModule;
import dev.mortise.runtime.engine.CompiledFunction;
import dev.mortise.runtime.engine.CoreFunction;
import dev.mortise.runtime.engine.chicory.stub.CompiledModule;
import dev.mortise.runtime.engine.chicory.stub.TypedFunction;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The classes that a core module was compiled to: made by the engine's compiler, then changed where
 * they call imports ({@link ImportStubs}), in a class loader of their own.
 */
final class CompiledClasses implements CompiledModule {
  private final ModuleLoader loader;
  private final MethodHandle machine;
  private final Map<Integer, CompiledFunction> functions;
  private final List<TypedSignature> imports;

  private CompiledClasses(
      ModuleLoader loader,
      MethodHandle machine,
      Map<Integer, CompiledFunction> functions,
      List<TypedSignature> imports) {
    this.loader = loader;
    this.machine = machine;
    this.functions = functions;
    this.imports = imports;
  }

  /**
   * Compiles a module.
   *
   * @param className the name of its machine, which no other module has
   */
  static CompiledClasses compile(
      WasmModule module, String className, int importedFunctions, int functions) {
    CompiledCode code = CompiledCode.of(module, className, importedFunctions, functions);
    Map<String, byte[]> classes = new ConcurrentHashMap<>(code.classes());
    ModuleLoader loader = new ModuleLoader("mortise module", classes::remove);
    return new CompiledClasses(
        loader,
        machine(loader, className),
        code.functions(loader),
        code.imports().stream().map(TypedSignatures::of).toList());
  }

  private static MethodHandle machine(ModuleLoader loader, String className) {
    try {
      return MethodHandles.publicLookup()
          .findConstructor(
              loader.loadClass(className), MethodType.methodType(void.class, Instance.class))
          .asType(MethodType.methodType(Machine.class, Instance.class));
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("the compiled machine " + className, e);
    }
  }

  @Override
  public Machine machine(Instance instance) {
    try {
      return (Machine) machine.invokeExact(instance);
    } catch (Throwable e) {
      throw new LinkageError("the compiled machine", e);
    }
  }

  @Override
  public @Nullable CompiledFunction function(int index) {
    return index < imports.size() ? null : functions.get(index);
  }

  @Override
  public WasmFunctionHandle importable(
      int index, @Nullable TypedFunction typed, CoreFunction function) {
    TypedSignature signature = imports.get(index);
    return typed != null && signature.abstractClass().isInstance(typed)
        ? typed
        : signature.boxed(function);
  }

  @Override
  public @Nullable TypedFunction export(int index, Instance instance) {
    CompiledFunction function = function(index);
    return function == null ? null : loader.asImport(index, function, instance);
  }
}
