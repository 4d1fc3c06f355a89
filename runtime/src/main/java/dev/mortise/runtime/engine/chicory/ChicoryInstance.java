package dev.mortise.runtime.engine.chicory;

import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.wasm.types.Export;
import dev.mortise.runtime.core.CoreExternType;
import dev.mortise.runtime.core.CoreModuleType;
import dev.mortise.runtime.engine.CoreExtern;
import dev.mortise.runtime.engine.CoreInstance;
import dev.mortise.runtime.engine.chicory.stub.CompiledModule;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An instance and its exports. */
final class ChicoryInstance implements CoreInstance {
  private final Map<String, CoreExtern> exports;

  ChicoryInstance(Instance instance, CoreModuleType type, @Nullable CompiledModule classes) {
    Map<String, CoreExtern> found = new LinkedHashMap<>();
    var section = instance.module().exportSection();
    for (int i = 0; i < section.exportCount(); i++) {
      Export export = section.getExport(i);
      CoreExternType exportType = type.exports().get(export.name());
      if (exportType != null) {
        found.put(export.name(), extern(instance, export, exportType, classes));
      }
    }
    exports = Collections.unmodifiableMap(found);
  }

  private static CoreExtern extern(
      Instance instance, Export export, CoreExternType type, @Nullable CompiledModule classes) {
    return switch (type) {
      case CoreExternType.Func func ->
          new ChicoryFunction(
              instance.export(export.name()), func, instance, export.index(), classes);
      case CoreExternType.Memory memory ->
          instance.memory(export.index()) instanceof LinearMemory linear
              ? new LinearCoreMemory(linear, memory)
              : new ChicoryMemory(instance.memory(export.index()), memory);
      case CoreExternType.Table table ->
          new ChicoryTable((LinkedTable) instance.table(export.index()), table);
      case CoreExternType.Global global ->
          new ChicoryGlobal(instance.global(export.index()), global);
      case CoreExternType.Tag tag -> new ChicoryTag(instance.tag(export.index()), tag);
    };
  }

  @Override
  public Map<String, CoreExtern> exports() {
    return exports;
  }
}
