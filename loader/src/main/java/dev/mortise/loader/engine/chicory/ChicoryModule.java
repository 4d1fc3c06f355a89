package dev.mortise.loader.engine.chicory;

import com.dylibso.chicory.compiler.InterpreterFallback;
import com.dylibso.chicory.compiler.MachineFactoryCompiler;
import com.dylibso.chicory.runtime.ByteArrayMemory;
import com.dylibso.chicory.runtime.ImportFunction;
import com.dylibso.chicory.runtime.ImportGlobal;
import com.dylibso.chicory.runtime.ImportMemory;
import com.dylibso.chicory.runtime.ImportTable;
import com.dylibso.chicory.runtime.ImportTag;
import com.dylibso.chicory.runtime.ImportValues;
import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.Machine;
import com.dylibso.chicory.runtime.Memory;
import com.dylibso.chicory.runtime.WasmFunctionHandle;
import com.dylibso.chicory.wasm.WasmModule;
import com.dylibso.chicory.wasm.types.FunctionImport;
import com.dylibso.chicory.wasm.types.FunctionType;
import com.dylibso.chicory.wasm.types.Import;
import com.dylibso.chicory.wasm.types.MemoryLimits;
import dev.mortise.loader.core.CoreModuleType;
import dev.mortise.loader.engine.CoreExtern;
import dev.mortise.loader.engine.CoreFunction;
import dev.mortise.loader.engine.CoreInstance;
import dev.mortise.loader.engine.CoreModule;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A parsed module, with its compiled classes once an instance asks for them. */
final class ChicoryModule implements CoreModule {
  private final WasmModule module;
  private final CoreModuleType type;
  private final boolean compile;
  private final GuestNames names;
  private @Nullable Function<Instance, Machine> compiled;

  ChicoryModule(WasmModule module, CoreModuleType type, boolean compile, GuestNames names) {
    this.names = names;
    this.module = module;
    this.type = type;
    this.compile = compile;
  }

  @Override
  public CoreInstance instantiate(List<? extends CoreExtern> imports) {
    Function<Instance, Machine> machine = machine();
    List<LinkedTable> tables = new ArrayList<>();
    ImportValues values = importValues(imports, tables);
    Instance instance =
        ChicoryTraps.guard(
            () -> {
              Instance.Builder builder =
                  Instance.builder(module)
                      .withImportValues(values)
                      .withMemoryFactory(ChicoryModule::memory)
                      .withTableFactory(
                          (table, initial) -> {
                            LinkedTable own = LinkedTable.define(table, initial);
                            tables.add(own);
                            return own;
                          })
                      .withInitialize(false);
              Instance built =
                  builder
                      .withMachineFactory(
                          machine == null ? own -> new TracedInterpreter(own, names) : machine)
                      .build();
              if (!tables.isEmpty()) {
                ForeignFunctions foreign = new ForeignFunctions(built);
                tables.forEach(table -> table.viewer(foreign));
              }
              return built.initialize(false);
            });
    return new ChicoryInstance(instance, type);
  }

  private static Memory memory(MemoryLimits limits) {
    return limits.shared() ? new ByteArrayMemory(limits) : new PagedMemory(limits);
  }

  /** The compiled classes, or null for the interpreter. */
  private synchronized @Nullable Function<Instance, Machine> machine() {
    if (compile && compiled == null) {
      compiled =
          MachineFactoryCompiler.builder(module)
              .withClassName(CompiledFrames.className(names))
              .withInterpreterFallback(InterpreterFallback.SILENT)
              .compile();
    }
    return compiled;
  }

  private ImportValues importValues(List<? extends CoreExtern> imports, List<LinkedTable> tables) {
    ImportValues.Builder values = ImportValues.builder();
    for (int i = 0; i < imports.size(); i++) {
      Import declared = module.importSection().getImport(i);
      String moduleName = declared.module();
      String name = declared.name();
      switch (imports.get(i)) {
        case CoreFunction function -> values.addFunction(importFunction(i, function));
        case ChicoryMemory memory ->
            values.addMemory(new ImportMemory(moduleName, name, memory.memory()));
        case ChicoryTable table -> {
          LinkedTable view = table.table().view();
          tables.add(view);
          values.addTable(new ImportTable(moduleName, name, view));
        }
        case ChicoryGlobal global ->
            values.addGlobal(new ImportGlobal(moduleName, name, global.global()));
        case ChicoryTag tag -> values.addTag(new ImportTag(moduleName, name, tag.tag()));
        default -> throw new IllegalArgumentException("not made by this engine");
      }
    }
    return values.build();
  }

  private ImportFunction importFunction(int index, CoreFunction function) {
    FunctionImport declared = (FunctionImport) module.importSection().getImport(index);
    FunctionType declaredType = module.typeSection().getType(declared.typeIndex());
    // Between core modules an exception of wasm passes as it is: the caller may catch it.
    WasmFunctionHandle handle =
        function instanceof ChicoryFunction own
            ? (instance, arguments) -> own.function().apply(arguments)
            : (instance, arguments) -> function.call(arguments);
    return new ImportFunction(declared.module(), declared.name(), declaredType, handle);
  }
}
