package dev.mortise.loader.compile;

import com.dylibso.chicory.wasm.types.Export;
import com.dylibso.chicory.wasm.types.ExportSection;
import com.dylibso.chicory.wasm.types.ExternalType;
import dev.mortise.runtime.core.CoreModuleType;
import dev.mortise.runtime.engine.CompiledFunction;
import dev.mortise.runtime.engine.CoreExtern;
import dev.mortise.runtime.engine.CoreInstance;
import dev.mortise.runtime.engine.CoreModule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A core module as class files, for another process to run. */
public final class PrecompiledModule implements CoreModule {
  /** Stands where a module that runs here has the loader of its classes. */
  private static final ClassLoader NONE = ClassLoader.getPlatformClassLoader();

  private final String name;
  private final long offset;
  private final CoreModuleType type;
  private final CompiledCode code;
  private final byte[] stripped;
  private final Map<Integer, CompiledFunction> functions;
  private final Map<String, Integer> exports = new HashMap<>();

  PrecompiledModule(
      String name,
      long offset,
      CoreModuleType type,
      CompiledCode code,
      ExportSection section,
      byte[] stripped) {
    this.name = name;
    this.offset = offset;
    this.type = type;
    this.code = code;
    this.stripped = stripped;
    functions = code.functions(NONE);
    for (int i = 0; i < section.exportCount(); i++) {
      Export export = section.getExport(i);
      if (export.exportType() == ExternalType.FUNCTION) {
        exports.put(export.name(), export.index());
      }
    }
  }

  /** What tells it from the other modules of a component, such as {@code Module0}. */
  public String name() {
    return name;
  }

  /** The file that {@link #stripped} is to be in, beside its classes. */
  public String file() {
    return name + ".wasm";
  }

  /** Where it begins in the component's file. */
  public long offset() {
    return offset;
  }

  /** What it imports and exports. */
  public CoreModuleType type() {
    return type;
  }

  /** The module without the bodies of its compiled functions. */
  public byte[] stripped() {
    return stripped.clone();
  }

  /** How many of its functions the engine will interpret, for they are too large to compile. */
  public int interpretedFunctions() {
    return code.interpreted().size();
  }

  /**
   * The class files by internal name: the functions, what runs them, and {@link CompiledModuleClass
   * the class} by which the run time finds both.
   */
  public Map<String, byte[]> classes() {
    Map<String, byte[]> classes = new TreeMap<>();
    code.classes().forEach((file, bytes) -> classes.put(file.replace('.', '/'), bytes));
    Map<Integer, CompiledFunction> exported = new TreeMap<>();
    exports
        .values()
        .forEach(
            index -> {
              CompiledFunction function = functions.get(index);
              if (function != null) {
                exported.put(index, function);
                String file = ExportClass.name(index, function);
                classes.put(file, ExportClass.emit(file, function));
              }
            });
    classes.put(className(), CompiledModuleClass.emit(className(), code, exported));
    return classes;
  }

  /** The name in class files of the implementation of {@code CompiledModule}. */
  public String className() {
    return code.machine().replace('.', '/') + "Compiled";
  }

  @Override
  public @Nullable CompiledFunction compiled(String export) {
    Integer index = exports.get(export);
    return index == null ? null : functions.get(index);
  }

  @Override
  public CoreInstance instantiate(List<? extends CoreExtern> imports) {
    throw new UnsupportedOperationException("this module was compiled for another process");
  }
}
