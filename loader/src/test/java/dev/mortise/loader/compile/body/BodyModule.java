package dev.mortise.loader.compile.body;

import com.dylibso.chicory.wasm.Parser;
import com.dylibso.chicory.wasm.WasmModule;
import dev.mortise.loader.compile.StrippedModule;
import dev.mortise.loader.compile.body.FunctionSplitter.Part;
import dev.mortise.runtime.engine.chicory.ChicoryEngine;
import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/**
 * A core module with something of everything, whose last function has the body in question, as this
 * package and as the engine judge it.
 */
enum BodyModule {
  /** One memory, one data segment, tables of functions and of something else. */
  WHOLE("04 07 02 700001 6f0001", "05 04 01 010102", "0c 01 01", "0b 06 01 01 03 010203"),
  /** Nothing but types, functions and globals. */
  BARE("", "", "", ""),
  /** A data segment that no section has counted. */
  UNCOUNTED("", "05 03 01 0001", "", "0b 03 01 01 00");

  /** The type of the function with the body: nothing in, nothing out. */
  static final int NOTHING = 0;

  /** Two {@code i32} in, one out. */
  static final int TWO_TO_ONE = 1;

  /** {@code i64} and {@code f32} in, {@code f64} and {@code i32} out. */
  static final int MIXED = 2;

  /** Nothing in, {@code i32} and {@code i64} out. */
  static final int TWO_OUT = 3;

  /** {@code externref} in and out. */
  static final int REFERENCE = 4;

  /** {@code i32} in and out. */
  static final int ONE_TO_ONE = 5;

  /** The only import. */
  static final int IMPORTED_TYPE = MIXED;

  /** How many global variables there are. */
  static final int GLOBALS = 6;

  /** A global variable that bodies count down in loops, so that each has an end. */
  static final int FUEL = 5;

  static final int FUNCTIONS = 8;

  private static final String PREAMBLE = "0061736d01000000";
  private static final int TYPE_COUNT = 6;
  private static final String TYPES =
      "600000 60027f7f017f 60027e7d027c7f 6000027f7e 60016f016f 60017f017f";
  private static final String IMPORTS = "01 016d 0166 00 02";
  private static final String GLOBAL_SECTION =
      "06 7f0141000b 7e0042000b 7d0143000000000b 7c014400000000000000000b 6f01d06f0b 7f0141e4000b";

  /** The functions before the one in question, one of each type. */
  private static final List<String> OTHERS =
      List.of(
          "000b",
          "00200020016b0b",
          "0044000000000000f03f41070b",
          "00410142020b",
          "0020000b",
          "00200041016a0b");

  private final String tables;
  private final String memories;
  private final String dataCount;
  private final String data;

  BodyModule(String tables, String memories, String dataCount, String data) {
    this.tables = tables;
    this.memories = memories;
    this.dataCount = dataCount;
    this.data = data;
  }

  /** Whether this package is certain that a body is valid. */
  boolean isCertain(int type, byte[] body) {
    return BodyValidator.isValid(types(type), type, body);
  }

  /** Whether the engine lets a body pass. */
  boolean engineAccepts(int type, byte[] body) {
    try {
      WasmModule unused = Parser.parse(bytes(type, body));
      return true;
    } catch (RuntimeException | AssertionError e) { // its assertions are on in tests
      return false;
    }
  }

  private byte[] bytes(int type, byte[] body) {
    return bytes(type, body, List.of());
  }

  /**
   * The module.
   *
   * @param parts functions after the one in question, each of a type of its own
   */
  byte[] bytes(int type, byte[] body, List<Part> parts) {
    ByteArrayOutputStream module = new ByteArrayOutputStream();
    module.writeBytes(bytes(PREAMBLE));
    ByteArrayOutputStream types = new ByteArrayOutputStream();
    u32(types, TYPE_COUNT + parts.size());
    types.writeBytes(bytes(TYPES));
    parts.forEach(part -> function(types, part));
    section(module, 1, types.toByteArray());
    section(module, 2, bytes(IMPORTS));
    ByteArrayOutputStream functions = new ByteArrayOutputStream();
    u32(functions, OTHERS.size() + 1 + parts.size());
    functions.writeBytes(new byte[] {0, 1, 2, 3, 4, 5, (byte) type});
    for (int i = 0; i < parts.size(); i++) {
      u32(functions, TYPE_COUNT + i);
    }
    section(module, 3, functions.toByteArray());
    module.writeBytes(bytes(tables));
    module.writeBytes(bytes(memories));
    section(module, 6, bytes(GLOBAL_SECTION));
    module.writeBytes(bytes(dataCount));
    ByteArrayOutputStream code = new ByteArrayOutputStream();
    u32(code, OTHERS.size() + 1 + parts.size());
    OTHERS.forEach(other -> body(code, bytes(other)));
    body(code, body);
    parts.forEach(part -> body(code, part.body()));
    section(module, 10, code.toByteArray());
    module.writeBytes(bytes(data));
    return module.toByteArray();
  }

  private static void function(ByteArrayOutputStream types, Part part) {
    types.write(0x60);
    u32(types, part.parameters().length);
    types.writeBytes(part.parameters());
    u32(types, part.results().length);
    types.writeBytes(part.results());
  }

  private static void body(ByteArrayOutputStream code, byte[] body) {
    u32(code, body.length);
    code.writeBytes(body);
  }

  /** What bodies may refer to. */
  NumberTypes types(int type) {
    WasmModule module =
        ChicoryEngine.trusted(StrippedModule.of(bytes(type, bytes("000b")), 0, Set.of()));
    return new NumberTypes(module);
  }

  private static void section(ByteArrayOutputStream module, int id, byte[] content) {
    module.write(id);
    u32(module, content.length);
    module.writeBytes(content);
  }

  private static void u32(ByteArrayOutputStream out, int value) {
    int rest = value;
    while (rest > 0x7f) {
      out.write((rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    out.write(rest);
  }

  /** Bytes from their digits; blanks are for the reader. */
  static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex.replace(" ", ""));
  }
}
