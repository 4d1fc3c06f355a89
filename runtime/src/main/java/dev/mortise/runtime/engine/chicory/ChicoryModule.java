package dev.mortise.runtime.engine.chicory;

import com.dylibso.chicory.runtime.ByteArrayMemory;
import com.dylibso.chicory.runtime.ImportFunction;
import com.dylibso.chicory.runtime.ImportGlobal;
import com.dylibso.chicory.runtime.ImportMemory;
import com.dylibso.chicory.runtime.ImportTable;
import com.dylibso.chicory.runtime.ImportTag;
import com.dylibso.chicory.runtime.ImportValues;
import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.Memory;
import com.dylibso.chicory.runtime.WasmFunctionHandle;
import com.dylibso.chicory.wasm.WasmModule;
import com.dylibso.chicory.wasm.types.Export;
import com.dylibso.chicory.wasm.types.ExportSection;
import com.dylibso.chicory.wasm.types.ExternalType;
import com.dylibso.chicory.wasm.types.FunctionImport;
import com.dylibso.chicory.wasm.types.FunctionType;
import com.dylibso.chicory.wasm.types.Import;
import com.dylibso.chicory.wasm.types.MemoryLimits;
import dev.mortise.runtime.core.CoreModuleType;
import dev.mortise.runtime.engine.CompiledFunction;
import dev.mortise.runtime.engine.CoreExtern;
import dev.mortise.runtime.engine.CoreFunction;
import dev.mortise.runtime.engine.CoreInstance;
import dev.mortise.runtime.engine.CoreModule;
import dev.mortise.runtime.engine.HostCoreFunction;
import dev.mortise.runtime.engine.chicory.stub.CompiledModule;
import dev.mortise.runtime.engine.chicory.stub.TypedFunction;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A parsed module, with its compiled classes once an instance asks for them. */
final class ChicoryModule implements CoreModule {
  private final WasmModule module;
  private final CoreModuleType type;
  private final @Nullable ModuleCompiler compiler;
  private final GuestNames names;
  private @Nullable CompiledModule compiled;

  ChicoryModule(
      WasmModule module, CoreModuleType type, @Nullable ModuleCompiler compiler, GuestNames names) {
    this.names = names;
    this.module = module;
    this.type = type;
    this.compiler = compiler;
  }

  @Override
  public CoreInstance instantiate(List<? extends CoreExtern> imports) {
    CompiledModule classes = compiled();
    List<LinkedTable> tables = new ArrayList<>();
    ImportValues values = importValues(imports, classes, tables);
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
                          classes == null
                              ? own -> new TracedInterpreter(own, names)
                              : classes::machine)
                      .build();
              if (!tables.isEmpty()) {
                ForeignFunctions foreign = new ForeignFunctions(built);
                tables.forEach(table -> table.viewer(foreign));
              }
              return built.initialize(false);
            });
    return new ChicoryInstance(instance, type, classes);
  }

  private static Memory memory(MemoryLimits limits) {
    return limits.shared() ? new ByteArrayMemory(limits) : new LinearMemory(limits);
  }

  /** The compiled classes, or null for the interpreter. */
  private synchronized @Nullable CompiledModule compiled() {
    if (compiler != null && compiled == null) {
      compiled =
          compiler.compile(
              module,
              CompiledFrames.className(names),
              names.importedFunctions(),
              names.functions());
    }
    return compiled;
  }

  @Override
  public @Nullable CompiledFunction compiled(String export) {
    CompiledModule classes = compiled();
    ExportSection exports = module.exportSection();
    for (int i = 0; classes != null && i < exports.exportCount(); i++) {
      Export found = exports.getExport(i);
      if (found.exportType() == ExternalType.FUNCTION && found.name().equals(export)) {
        return classes.function(found.index());
      }
    }
    return null;
  }

  @Override
  public void compileAll() {
    CompiledModule classes = compiled();
    if (classes != null) {
      classes.makeAll();
    }
  }

  private ImportValues importValues(
      List<? extends CoreExtern> imports,
      @Nullable CompiledModule classes,
      List<LinkedTable> tables) {
    int functions = 0;
    ImportValues.Builder values = ImportValues.builder();
    for (int i = 0; i < imports.size(); i++) {
      Import declared = module.importSection().getImport(i);
      String moduleName = declared.module();
      String name = declared.name();
      switch (imports.get(i)) {
        case CoreFunction function -> {
          WasmFunctionHandle handle =
              classes == null ? byWords(function) : typed(function, functions, classes);
          values.addFunction(importFunction(i, handle));
          functions++;
        }
        case ChicoryMemory memory ->
            values.addMemory(new ImportMemory(moduleName, name, memory.forAnotherInstance()));
        case LinearCoreMemory memory ->
            values.addMemory(new ImportMemory(moduleName, name, memory.memory().view()));
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

  private ImportFunction importFunction(int index, WasmFunctionHandle handle) {
    FunctionImport declared = (FunctionImport) module.importSection().getImport(index);
    FunctionType declaredType = module.typeSection().getType(declared.typeIndex());
    return new ImportFunction(declared.module(), declared.name(), declaredType, handle);
  }

  /** A function for an interpreter to import. */
  private static WasmFunctionHandle byWords(CoreFunction function) {
    // Between core modules an exception of wasm passes as it is: the caller may catch it.
    return function instanceof ChicoryFunction own
        ? (instance, arguments) -> own.function().apply(arguments)
        : (instance, arguments) -> function.call(arguments);
  }

  /** A function for compiled code to import. */
  private static WasmFunctionHandle typed(
      CoreFunction function, int index, CompiledModule classes) {
    TypedFunction typed =
        switch (function) {
          case HostCoreFunction host when host.body() instanceof TypedFunction body -> body;
          case ChicoryFunction own -> own.asImport();
          default -> null;
        };
    return classes.importable(
        index, typed, function instanceof ChicoryFunction own ? own.unguarded() : function);
  }
}
