package dev.mortise.loader.compile.body;

import com.dylibso.chicory.wasm.WasmModule;
import com.dylibso.chicory.wasm.types.ExternalType;
import com.dylibso.chicory.wasm.types.FunctionImport;
import com.dylibso.chicory.wasm.types.FunctionType;
import com.dylibso.chicory.wasm.types.Global;
import com.dylibso.chicory.wasm.types.GlobalImport;
import com.dylibso.chicory.wasm.types.Import;
import com.dylibso.chicory.wasm.types.MemorySection;
import com.dylibso.chicory.wasm.types.MutabilityType;
import com.dylibso.chicory.wasm.types.Table;
import com.dylibso.chicory.wasm.types.TableImport;
import com.dylibso.chicory.wasm.types.ValType;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the bodies of a module may refer to, as far as it has to do with nothing but numbers (core
 * spec, "Contexts"). What has to do with anything else is not there.
 */
public final class NumberTypes {
  final byte[] @Nullable [] parameters;
  final byte[] @Nullable [] results;

  /** By function, its type. */
  final int[] functions;

  /** By global, its type, or 0 for another than a number's. */
  final byte[] globals;

  final boolean[] mutable;

  /** By table, whether it is one of functions. */
  final boolean[] tables;

  /** Whether there is just one. */
  final boolean memory;

  /** How many data segments bodies may name: without a section that counts them, none. */
  final int dataSegments;

  /**
   * Of a module.
   *
   * @param module it, valid but for its bodies
   */
  public NumberTypes(WasmModule module) {
    int types = module.typeSection().subTypeCount();
    parameters = new byte[types][];
    results = new byte[types][];
    for (int i = 0; i < types; i++) {
      FunctionType type = module.typeSection().getSubType(i).compType().funcType();
      if (type != null) {
        parameters[i] = numbers(type.params());
        results[i] = numbers(type.returns());
      }
    }
    functions = functionTypes(module);
    List<ValType> globalTypes = new ArrayList<>();
    List<MutabilityType> mutabilities = new ArrayList<>();
    List<ValType> elements = new ArrayList<>();
    for (int i = 0; i < module.importSection().importCount(); i++) {
      Import imported = module.importSection().getImport(i);
      if (imported instanceof GlobalImport global) {
        globalTypes.add(global.type());
        mutabilities.add(global.mutabilityType());
      } else if (imported instanceof TableImport table) {
        elements.add(table.entryType());
      }
    }
    for (Global global : module.globalSection().globals()) {
      globalTypes.add(global.valueType());
      mutabilities.add(global.mutabilityType());
    }
    for (int i = 0; i < module.tableSection().tableCount(); i++) {
      Table table = module.tableSection().getTable(i);
      elements.add(table.elementType());
    }
    globals = new byte[globalTypes.size()];
    mutable = new boolean[globals.length];
    for (int i = 0; i < globals.length; i++) {
      globals[i] = number(globalTypes.get(i));
      mutable[i] = mutabilities.get(i) == MutabilityType.Var;
    }
    tables = new boolean[elements.size()];
    for (int i = 0; i < tables.length; i++) {
      tables[i] = elements.get(i).equals(ValType.FuncRef);
    }
    int memories =
        module.importSection().count(ExternalType.MEMORY)
            + module.memorySection().map(MemorySection::memoryCount).orElse(0);
    memory = memories == 1;
    dataSegments = module.dataCountSection().map(section -> section.dataCount()).orElse(0);
  }

  /** The types of functions, imported ones among them, as indices into a module's types. */
  public static int[] functionTypes(WasmModule module) {
    int imported = module.importSection().count(ExternalType.FUNCTION);
    int[] types = new int[imported + module.functionSection().functionCount()];
    int next = 0;
    for (int i = 0; i < module.importSection().importCount(); i++) {
      if (module.importSection().getImport(i) instanceof FunctionImport function) {
        types[next++] = function.typeIndex();
      }
    }
    for (int i = imported; i < types.length; i++) {
      types[i] = module.functionSection().getFunctionType(i - imported);
    }
    return types;
  }

  private static byte @Nullable [] numbers(List<ValType> types) {
    ByteArrayOutputStream numbers = new ByteArrayOutputStream(types.size());
    for (ValType type : types) {
      byte number = number(type);
      if (number == Instructions.NONE) {
        return null;
      }
      numbers.write(number);
    }
    return numbers.toByteArray();
  }

  private static byte number(ValType type) {
    return type.isNumeric() && type.opcode() != ValType.ID.V128
        ? (byte) type.opcode()
        : Instructions.NONE;
  }
}
