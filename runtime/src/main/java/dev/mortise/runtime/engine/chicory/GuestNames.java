package dev.mortise.runtime.engine.chicory;

import com.dylibso.chicory.wasm.WasmModule;
import com.dylibso.chicory.wasm.types.CodeSection;
import com.dylibso.chicory.wasm.types.Export;
import com.dylibso.chicory.wasm.types.ExternalType;
import com.dylibso.chicory.wasm.types.NameCustomSection;
import dev.mortise.runtime.error.GuestFrame;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What the functions of a core module are called: by its name section, else by its exports; names
 * that Rust has mangled are made readable.
 */
final class GuestNames {
  private static final int UNKNOWN = -1;

  private final WasmModule module;
  private final long offset;
  private final long shift;
  private final int functions;
  private final IntUnaryOperator firstInstructions;

  private GuestNames(
      WasmModule module, long offset, long shift, int bodies, IntUnaryOperator firstInstructions) {
    this.module = module;
    this.offset = offset;
    this.shift = shift;
    functions = importedFunctions() + bodies;
    this.firstInstructions = firstInstructions;
  }

  /**
   * The names of a module.
   *
   * @param offset where it begins in the component's file
   * @param shift how many bytes longer it is for the engine than in the file
   */
  static GuestNames of(WasmModule module, long offset, long shift) {
    CodeSection code = module.codeSection();
    return new GuestNames(
        module, offset, shift, code.functionBodyCount(), body -> firstInstruction(code, body));
  }

  /** The names of a module whose functions have lost their bodies, which stand elsewhere. */
  static GuestNames of(WasmModule module, long offset, long shift, CodeBodies bodies) {
    return new GuestNames(
        module,
        offset,
        shift,
        bodies.count(),
        body -> body < bodies.count() ? bodies.firstInstruction(body) : UNKNOWN);
  }

  /** The names of a module whose functions have lost their bodies, and so their places. */
  static GuestNames withoutCode(WasmModule module, long offset) {
    return new GuestNames(
        module, offset, 0, module.functionSection().functionCount(), body -> UNKNOWN);
  }

  WasmModule module() {
    return module;
  }

  boolean isImport(int function) {
    return function < importedFunctions();
  }

  /**
   * How many functions the module has in the file; for the engine it may have more, their parts.
   */
  int functions() {
    return functions;
  }

  int importedFunctions() {
    return module.importSection().count(ExternalType.FUNCTION);
  }

  /** Where the code of a function begins in the file. */
  private long codeOffset(int function) {
    int body = function - importedFunctions();
    int address = body < 0 ? UNKNOWN : firstInstructions.applyAsInt(body);
    return address == UNKNOWN ? -1 : offset - shift + address;
  }

  private static int firstInstruction(CodeSection code, int body) {
    return body >= code.functionBodyCount() || code.getFunctionBody(body).instructions().isEmpty()
        ? UNKNOWN
        : code.getFunctionBody(body).instructions().get(0).address();
  }

  /** The frame of a function. */
  GuestFrame frame(int function) {
    String name = name(function);
    return new GuestFrame(
        null,
        moduleName(),
        name == null ? "func " + function : RustSymbol.demangle(name),
        function,
        codeOffset(function));
  }

  private String moduleName() {
    NameCustomSection names = module.nameSection();
    String name = names == null ? null : names.moduleName().orElse(null);
    return (name == null || name.isEmpty() ? "core module" : name)
        + " at 0x"
        + Long.toHexString(offset);
  }

  private @Nullable String name(int function) {
    NameCustomSection names = module.nameSection();
    String name = names == null ? null : names.nameOfFunction(function);
    if (name != null) {
      return name;
    }
    for (int i = 0; i < module.exportSection().exportCount(); i++) {
      Export export = module.exportSection().getExport(i);
      if (export.exportType() == ExternalType.FUNCTION && export.index() == function) {
        return export.name();
      }
    }
    return null;
  }
}
