package dev.mortise.loader.compile.body;

import com.dylibso.chicory.wasm.WasmModule;
import com.dylibso.chicory.wasm.types.ExternalType;
import com.dylibso.chicory.wasm.types.SectionId;
import dev.mortise.loader.compile.body.FunctionSplitter.Part;
import dev.mortise.loader.compile.body.FunctionSplitter.Split;
import dev.mortise.runtime.engine.chicory.CodeBodies;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Rewrites a module some of whose functions are {@linkplain FunctionSplitter too large}: their
 * parts become functions after its own, and everything else keeps its index and its place. The
 * module is valid, and so is what comes out.
 */
public final class SplitModule {
  private static final int PREAMBLE_BYTES = 8;
  private static final int FUNCTION_TYPE = 0x60;

  private final byte[] bytes;
  private final CodeBodies bodies;
  private final int limit;
  private final NumberTypes types;
  private final int importedFunctions;
  private final int ownTypes;
  private final Map<Integer, byte[]> changed = new HashMap<>();
  private final List<Part> parts = new ArrayList<>();

  private SplitModule(byte[] bytes, CodeBodies bodies, WasmModule module, int limit) {
    this.bytes = bytes;
    this.bodies = bodies;
    this.limit = limit;
    types = new NumberTypes(module);
    importedFunctions = module.importSection().count(ExternalType.FUNCTION);
    ownTypes = module.typeSection().subTypeCount();
  }

  /**
   * The module with functions that are small enough, as far as that is possible.
   *
   * @param module what the engine has read of it
   * @param limit how many bytes of instructions may stay together
   * @return the same bytes where nothing is split
   */
  public static byte[] of(byte[] bytes, WasmModule module, int limit) {
    CodeBodies bodies = CodeBodies.of(bytes);
    boolean mayBe = false;
    for (int i = 0; i < bodies.count(); i++) {
      mayBe |= FunctionSplitter.isLarge(bodies.byteLength(i), limit);
    }
    if (!mayBe) {
      return bytes;
    }
    SplitModule made = new SplitModule(bytes, bodies, module, limit);
    made.split();
    return made.changed.isEmpty() ? bytes : made.write();
  }

  private void split() {
    for (int i = 0; i < bodies.count(); i++) {
      if (FunctionSplitter.isLarge(bodies.byteLength(i), limit)) {
        int firstPart = types.functions.length + parts.size();
        int type = types.functions[importedFunctions + i];
        Split split = FunctionSplitter.split(types, type, bodies.body(i), firstPart, limit);
        if (split != null) {
          changed.put(i, split.body());
          parts.addAll(split.parts());
        }
      }
    }
  }

  private byte[] write() {
    Map<String, Integer> partTypes = partTypes();
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length + bytes.length / 8);
    out.write(bytes, 0, PREAMBLE_BYTES);
    BodyReader in = new BodyReader(bytes, PREAMBLE_BYTES);
    while (!in.isAtEnd()) {
      int start = in.position();
      int id = in.next();
      int size = in.u32();
      int end = in.position() + size;
      byte @Nullable [] content =
          switch (id) {
            case SectionId.TYPE -> types(in.u32(), in.position(), end, partTypes);
            case SectionId.FUNCTION -> functions(in.u32(), in.position(), end, partTypes);
            case SectionId.CODE -> code();
            default -> null;
          };
      if (content == null) {
        out.write(bytes, start, end - start);
      } else {
        out.write(id);
        vector(out, content);
      }
      in.skip(end - in.position());
    }
    return out.toByteArray();
  }

  /** The indices of the parts' types, by what they are in the binary format. */
  private Map<String, Integer> partTypes() {
    Map<String, Integer> indices = new LinkedHashMap<>();
    parts.forEach(part -> indices.putIfAbsent(type(part), ownTypes + indices.size()));
    return indices;
  }

  private static String type(Part part) {
    ByteArrayOutputStream type = new ByteArrayOutputStream();
    type.write(FUNCTION_TYPE);
    vector(type, part.parameters());
    vector(type, part.results());
    return type.toString(StandardCharsets.ISO_8859_1);
  }

  private byte[] types(int count, int from, int end, Map<String, Integer> partTypes) {
    ByteArrayOutputStream section = lengthened(count, partTypes.size(), from, end);
    partTypes
        .keySet()
        .forEach(type -> section.writeBytes(type.getBytes(StandardCharsets.ISO_8859_1)));
    return section.toByteArray();
  }

  private byte[] functions(int count, int from, int end, Map<String, Integer> partTypes) {
    ByteArrayOutputStream section = lengthened(count, parts.size(), from, end);
    for (Part part : parts) {
      Leb128.u32(section, Objects.requireNonNull(partTypes.get(type(part))));
    }
    return section.toByteArray();
  }

  /** The start of a section: its number of items, to which others will be added, and they. */
  private ByteArrayOutputStream lengthened(int count, int more, int from, int end) {
    ByteArrayOutputStream section = new ByteArrayOutputStream();
    Leb128.u32(section, count + more);
    section.write(bytes, from, end - from);
    return section;
  }

  private byte[] code() {
    ByteArrayOutputStream section = new ByteArrayOutputStream(bytes.length);
    Leb128.u32(section, bodies.count() + parts.size());
    for (int i = 0; i < bodies.count(); i++) {
      byte[] rest = changed.get(i);
      vector(section, rest == null ? bodies.body(i) : rest);
    }
    parts.forEach(part -> vector(section, part.body()));
    return section.toByteArray();
  }

  private static void vector(ByteArrayOutputStream out, byte[] content) {
    Leb128.u32(out, content.length);
    out.writeBytes(content);
  }
}
