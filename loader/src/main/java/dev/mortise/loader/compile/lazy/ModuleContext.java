package dev.mortise.loader.compile.lazy;

import com.dylibso.chicory.wasm.WasmModule;
import com.dylibso.chicory.wasm.types.CodeSection;
import com.dylibso.chicory.wasm.types.DataSection;
import com.dylibso.chicory.wasm.types.Element;
import com.dylibso.chicory.wasm.types.ElementSection;
import com.dylibso.chicory.wasm.types.ExternalType;
import com.dylibso.chicory.wasm.types.FunctionImport;
import com.dylibso.chicory.wasm.types.FunctionSection;
import com.dylibso.chicory.wasm.types.FunctionType;
import com.dylibso.chicory.wasm.types.Global;
import com.dylibso.chicory.wasm.types.GlobalImport;
import com.dylibso.chicory.wasm.types.Import;
import com.dylibso.chicory.wasm.types.ImportSection;
import com.dylibso.chicory.wasm.types.Memory;
import com.dylibso.chicory.wasm.types.MemoryImport;
import com.dylibso.chicory.wasm.types.OpCode;
import com.dylibso.chicory.wasm.types.PassiveDataSegment;
import com.dylibso.chicory.wasm.types.PassiveElement;
import com.dylibso.chicory.wasm.types.Table;
import com.dylibso.chicory.wasm.types.TableImport;
import com.dylibso.chicory.wasm.types.TagImport;
import com.dylibso.chicory.wasm.types.TagSection;
import com.dylibso.chicory.wasm.types.TagType;
import com.dylibso.chicory.wasm.types.TypeSection;
import dev.mortise.loader.compile.body.NumberTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a core module is for some of its functions: all types; tables, memories, globals and tags
 * under their indices, but as imports; and segments without content. So a few functions become a
 * module of their own, for the engine to check or to compile, whose other functions are imports.
 */
final class ModuleContext {
  private static final String ANY = "";

  private final WasmModule module;
  private final int importedFunctions;
  private final int[] functionTypes;
  private volatile @Nullable NumberTypes numberTypes;
  private final List<Import> environment = new ArrayList<>();
  private final DataSection dataSegments;
  private final ElementSection elements;

  /**
   * The context of a module.
   *
   * @param module it, with any bodies
   */
  ModuleContext(WasmModule module) {
    this.module = module;
    importedFunctions = module.importSection().count(ExternalType.FUNCTION);
    functionTypes = NumberTypes.functionTypes(module);
    addEnvironment();
    DataSection.Builder data = DataSection.builder();
    for (int i = 0; i < module.dataSection().dataSegmentCount(); i++) {
      data.addDataSegment(PassiveDataSegment.EMPTY);
    }
    dataSegments = data.build();
    ElementSection.Builder segments = ElementSection.builder();
    for (Element element : module.elementSection().elements()) {
      segments.addElement(new PassiveElement(element.type(), List.of()));
    }
    elements = segments.build();
  }

  private void addEnvironment() {
    for (int i = 0; i < module.importSection().importCount(); i++) {
      Import imported = module.importSection().getImport(i);
      if (imported.importType() != ExternalType.FUNCTION) {
        environment.add(imported);
      }
    }
    for (int i = 0; i < module.tableSection().tableCount(); i++) {
      Table table = module.tableSection().getTable(i);
      environment.add(new TableImport(ANY, ANY, table.elementType(), table.limits()));
    }
    module
        .memorySection()
        .ifPresent(
            section -> {
              for (int i = 0; i < section.memoryCount(); i++) {
                Memory memory = section.getMemory(i);
                environment.add(new MemoryImport(ANY, ANY, memory.limits()));
              }
            });
    for (Global global : module.globalSection().globals()) {
      environment.add(new GlobalImport(ANY, ANY, global.mutabilityType(), global.valueType()));
    }
    for (TagType tag : module.tagSection().map(TagSection::types).orElse(new TagType[0])) {
      environment.add(new TagImport(ANY, ANY, tag.attribute(), tag.typeIdx()));
    }
  }

  WasmModule module() {
    return module;
  }

  /** What its bodies may refer to, as far as it has to do with numbers. */
  NumberTypes numberTypes() {
    NumberTypes known = numberTypes;
    if (known == null) { // what comes from the cache needs none; two threads make the same
      known = new NumberTypes(module);
      numberTypes = known;
    }
    return known;
  }

  int importedFunctions() {
    return importedFunctions;
  }

  /** How many functions there are, imported ones among them. */
  int functions() {
    return functionTypes.length;
  }

  int typeIndex(int function) {
    return functionTypes[function];
  }

  FunctionType type(int function) {
    return module.typeSection().getType(functionTypes[function]);
  }

  /**
   * A module of some functions. The engine validates it, and finds out on the way what types {@code
   * drop} and {@code select} have, without which it can neither interpret nor compile them.
   *
   * @param imported the functions before them, as imports
   * @param defined the functions that have the bodies
   */
  WasmModule with(int[] imported, int[] defined, CodeSection bodies) {
    return with(imported, defined, List.of(), bodies);
  }

  /**
   * A module of some functions and of others that the module itself does not have.
   *
   * @param more the types of those, which are defined after the module's
   */
  WasmModule with(int[] imported, int[] defined, List<FunctionType> more, CodeSection bodies) {
    ImportSection.Builder imports = ImportSection.builder();
    environment.forEach(imports::addImport);
    for (int function : imported) {
      imports.addImport(new FunctionImport(ANY, ANY, functionTypes[function]));
    }
    FunctionSection.Builder functions = FunctionSection.builder();
    for (int function : defined) {
      functions.addFunctionType(functionTypes[function]);
    }
    for (int i = 0; i < more.size(); i++) {
      functions.addFunctionType(module.typeSection().subTypeCount() + i);
    }
    WasmModule.Builder made =
        WasmModule.builder()
            .setTypeSection(types(more))
            .setImportSection(imports.build())
            .setFunctionSection(functions.build())
            .setElementSection(elements)
            .setCodeSection(bodies)
            .setDataSection(dataSegments);
    module.dataCountSection().ifPresent(made::setDataCountSection);
    return made.build();
  }

  private TypeSection types(List<FunctionType> more) {
    TypeSection types = module.typeSection();
    if (more.isEmpty()) {
      return types;
    }
    TypeSection.Builder all = TypeSection.builder();
    for (int i = 0; i < types.typeCount(); i++) {
      all.addRecType(types.getRecType(i));
    }
    more.forEach(all::addFunctionType);
    return all.build();
  }

  /** What the module needs beside the classes of its functions, as far as the module says. */
  Stream<ClassPart> parts() {
    Stream<ClassPart> types =
        IntStream.range(0, module.typeSection().subTypeCount())
            .filter(i -> isCallable(i))
            .mapToObj(ClassPart.Indirect::new);
    Stream<ClassPart> targets =
        module.elementSection().stream()
            .flatMap(segment -> segment.initializers().stream())
            .filter(code -> !code.isEmpty() && code.get(0).opcode() == OpCode.REF_FUNC)
            .map(code -> (int) code.get(0).operand(0))
            .distinct()
            .filter(function -> isCallable(functionTypes[function]))
            .map(function -> new ClassPart.Target(functionTypes[function], function));
    return Stream.of(Stream.of(new ClassPart.Shaded(), new ClassPart.Results()), types, targets)
        .flatMap(parts -> parts);
  }

  private boolean isCallable(int type) {
    FunctionType function = module.typeSection().getSubType(type).compType().funcType();
    return function != null && CoreSignature.of(function) != null;
  }
}
