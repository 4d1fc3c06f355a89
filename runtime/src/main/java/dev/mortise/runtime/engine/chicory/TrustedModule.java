package dev.mortise.runtime.engine.chicory;

import com.dylibso.chicory.wasm.Parser;
import com.dylibso.chicory.wasm.WasmModule;
import com.dylibso.chicory.wasm.types.AnnotatedInstruction;
import com.dylibso.chicory.wasm.types.CodeSection;
import com.dylibso.chicory.wasm.types.CustomSection;
import com.dylibso.chicory.wasm.types.DataCountSection;
import com.dylibso.chicory.wasm.types.DataSection;
import com.dylibso.chicory.wasm.types.ElementSection;
import com.dylibso.chicory.wasm.types.ExportSection;
import com.dylibso.chicory.wasm.types.FunctionBody;
import com.dylibso.chicory.wasm.types.FunctionSection;
import com.dylibso.chicory.wasm.types.GlobalSection;
import com.dylibso.chicory.wasm.types.ImportSection;
import com.dylibso.chicory.wasm.types.Instruction;
import com.dylibso.chicory.wasm.types.MemorySection;
import com.dylibso.chicory.wasm.types.OpCode;
import com.dylibso.chicory.wasm.types.Section;
import com.dylibso.chicory.wasm.types.SectionId;
import com.dylibso.chicory.wasm.types.StartSection;
import com.dylibso.chicory.wasm.types.TableSection;
import com.dylibso.chicory.wasm.types.TagSection;
import com.dylibso.chicory.wasm.types.TypeSection;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;

/**
 * Reads a module that was validated when its functions were compiled, and that comes from where
 * those come from: without validating it again, and without the digest that the engine makes of
 * each module, for which Java starts its security providers. That is most of the time that such a
 * module takes.
 */
final class TrustedModule {
  /** What a function has that was compiled. */
  private static final FunctionBody NO_BODY =
      new FunctionBody(
          List.of(),
          List.of(
              AnnotatedInstruction.builder()
                  .from(new Instruction(0, OpCode.UNREACHABLE, new long[0]))
                  .build()));

  private final WasmModule.Builder module = WasmModule.builder().withValidation(false);
  private int functions;
  private boolean hasCode;

  private TrustedModule() {}

  /**
   * Reads a module, which may do without the section of code: then its functions have no bodies.
   */
  static WasmModule read(byte[] bytes) {
    TrustedModule trusted = new TrustedModule();
    Parser.builder()
        .withCustomParsers(Map.of("name", NameSections::parse))
        .withValidation(false)
        .build()
        .parse(new ByteArrayInputStream(bytes), trusted::add);
    if (!trusted.hasCode) {
      CodeSection.Builder code = CodeSection.builder();
      for (int i = 0; i < trusted.functions; i++) {
        code.addFunctionBody(NO_BODY);
      }
      trusted.module.setCodeSection(code.build());
    }
    return trusted.module.build();
  }

  private void add(Section section) {
    switch (section.sectionId()) {
      case SectionId.CUSTOM -> {
        CustomSection custom = (CustomSection) section;
        module.addCustomSection(custom.name(), custom);
      }
      case SectionId.TYPE -> module.setTypeSection((TypeSection) section);
      case SectionId.IMPORT -> module.setImportSection((ImportSection) section);
      case SectionId.FUNCTION -> {
        FunctionSection types = (FunctionSection) section;
        functions = types.functionCount();
        module.setFunctionSection(types);
      }
      case SectionId.TABLE -> module.setTableSection((TableSection) section);
      case SectionId.MEMORY -> module.setMemorySection((MemorySection) section);
      case SectionId.TAG -> module.setTagSection((TagSection) section);
      case SectionId.GLOBAL -> module.setGlobalSection((GlobalSection) section);
      case SectionId.EXPORT -> module.setExportSection((ExportSection) section);
      case SectionId.START -> module.setStartSection((StartSection) section);
      case SectionId.ELEMENT -> module.setElementSection((ElementSection) section);
      case SectionId.CODE -> {
        hasCode = true;
        module.setCodeSection((CodeSection) section);
      }
      case SectionId.DATA -> module.setDataSection((DataSection) section);
      case SectionId.DATA_COUNT -> module.setDataCountSection((DataCountSection) section);
      default -> throw new IllegalArgumentException("section " + section.sectionId());
    }
  }
}
