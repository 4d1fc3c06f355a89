package dev.mortise.runtime.engine.chicory;

import com.dylibso.chicory.runtime.ImportFunction;
import com.dylibso.chicory.runtime.ImportValues;
import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.wasm.WasmModule;
import com.dylibso.chicory.wasm.types.FunctionImport;
import com.dylibso.chicory.wasm.types.FunctionType;
import com.dylibso.chicory.wasm.types.ImportSection;
import com.dylibso.chicory.wasm.types.TypeSection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * Functions of other modules for one instance: each is an instance of a tiny module that has the
 * viewer's types, and the function as its only import.
 */
@SuppressWarnings(
    "ReferenceEquality") // equal modules may differ in what is compiled; the same does not
final class ForeignFunctions {
  private final Instance viewer;
  private final Map<Instance, Boolean> needsThunk = new IdentityHashMap<>();
  private final Map<Instance, Map<Integer, Instance>> thunks = new IdentityHashMap<>();

  ForeignFunctions(Instance viewer) {
    this.viewer = viewer;
  }

  /** Whether a function's type index means another type in the viewer's module. */
  boolean needsThunk(Instance owner) {
    if (owner == viewer || owner.module() == viewer.module()) {
      return false;
    }
    Boolean known = needsThunk.get(owner);
    if (known == null) {
      known = !sameTypes(owner.module().typeSection(), viewer.module().typeSection());
      needsThunk.put(owner, known);
    }
    return known;
  }

  private static boolean sameTypes(TypeSection left, TypeSection right) {
    if (left.subTypeCount() != right.subTypeCount()) {
      return false;
    }
    for (int i = 0; i < left.subTypeCount(); i++) {
      if (!TypeSection.crossModuleCanonicallyEquivalent(left, i, right, i)) {
        return false;
      }
    }
    return true;
  }

  /** An instance whose function 0 is the function of another. */
  Instance thunk(Instance owner, int function) {
    return thunks
        .computeIfAbsent(owner, o -> new HashMap<>())
        .computeIfAbsent(function, f -> make(owner, f));
  }

  private Instance make(Instance owner, int function) {
    TypeSection ownerTypes = owner.module().typeSection();
    int ownerType = owner.functionType(function);
    TypeSection types = viewer.module().typeSection();
    int index = 0;
    while (index < types.subTypeCount()
        && !TypeSection.crossModuleCanonicallyEquivalent(ownerTypes, ownerType, types, index)) {
      index++;
    }
    FunctionType type = ownerTypes.getType(ownerType);
    if (index == types.subTypeCount()) {
      // The viewer does not know the type: any call through the table is a mismatch, as it must be.
      types = TypeSection.builder().addFunctionType(type).build();
      index = 0;
      return instantiate(types, index, type, owner, function);
    }
    return instantiate(types, index, type, owner, function);
  }

  private static Instance instantiate(
      TypeSection types, int index, FunctionType type, Instance owner, int function) {
    WasmModule module =
        WasmModule.builder()
            .setTypeSection(types)
            .setImportSection(
                ImportSection.builder().addImport(new FunctionImport("f", "f", index)).build())
            .withValidation(false)
            .build();
    ImportFunction target =
        new ImportFunction(
            "f", "f", type, (instance, arguments) -> owner.getMachine().call(function, arguments));
    return Instance.builder(module)
        .withImportValues(ImportValues.builder().addFunction(target).build())
        .build();
  }
}
