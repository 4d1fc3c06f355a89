package dev.mortise.loader.decode;

import dev.mortise.loader.model.CoreExternDesc;
import dev.mortise.loader.model.CoreRecGroup;
import dev.mortise.loader.model.CustomSection;
import dev.mortise.loader.model.DecodedCoreModule;
import dev.mortise.loader.model.Sort;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads of a core module what linking needs: types, imports, the types of what it defines, exports.
 * Bodies, initialisers and segments are counted and passed over; the engine reads them.
 */
final class CoreModuleDecoder {
  /** The order of the known sections; the tag section (13) and the data count (12) come between. */
  private static final int[] ORDER = {0, 1, 2, 3, 4, 5, 7, 8, 9, 10, 12, 13, 11, 6};

  private final ByteReader in;
  private final List<CoreRecGroup> types = new ArrayList<>();
  private final List<DecodedCoreModule.Import> imports = new ArrayList<>();
  private final List<Long> functions = new ArrayList<>();
  private final List<CoreExternDesc.Table> tables = new ArrayList<>();
  private final List<CoreExternDesc.Memory> memories = new ArrayList<>();
  private final List<CoreExternDesc.Global> globals = new ArrayList<>();
  private final List<CoreExternDesc.Tag> tags = new ArrayList<>();
  private final List<DecodedCoreModule.Export> exports = new ArrayList<>();
  private final List<CustomSection> customSections = new ArrayList<>();
  private @Nullable Long start;
  private long bodies;
  private @Nullable Long dataCount;
  private long dataSegments;

  private CoreModuleDecoder(ByteReader in) {
    this.in = in;
  }

  /** Reads a module that fills the window. */
  static DecodedCoreModule decode(ByteReader in) {
    return new CoreModuleDecoder(in).module();
  }

  private DecodedCoreModule module() {
    int offset = in.position();
    Preamble.module(in);
    int last = 0;
    while (!in.atEnd()) {
      int at = in.position();
      int id = in.u8("core section");
      long size = in.u32("core section size");
      ByteReader section = in.window(size, "core section");
      if (id == 0) {
        customSections.add(CustomSectionReader.read(section));
        continue;
      }
      if (id >= ORDER.length) {
        throw in.malformed(
            in.at(at, Malformed.UNKNOWN_SECTION, "core section")
                .expecting("an id of 0 to 13", String.valueOf(id)));
      }
      if (ORDER[id] <= last) {
        throw in.malformed(
            in.at(at, Malformed.SECTION_OUT_OF_ORDER, "core section")
                .expecting("each section once, in order", "section " + id)
                .because("section out of order"));
      }
      last = ORDER[id];
      section(id, section);
    }
    if (bodies != functions.size()) {
      throw in.malformed(
          in.at(in.position(), Malformed.COUNT_MISMATCH, "core module")
              .expecting(functions.size() + " function bodies", String.valueOf(bodies))
              .because("the function section and the code section go together"));
    }
    if (dataCount != null && dataCount != dataSegments) {
      throw in.malformed(
          in.at(in.position(), Malformed.COUNT_MISMATCH, "core module")
              .expecting(dataCount + " data segments", String.valueOf(dataSegments))
              .because("the data count section and the data section go together"));
    }
    return new DecodedCoreModule(
        offset,
        in.end(),
        List.copyOf(types),
        List.copyOf(imports),
        List.copyOf(functions),
        List.copyOf(tables),
        List.copyOf(memories),
        List.copyOf(globals),
        List.copyOf(tags),
        List.copyOf(exports),
        start,
        bodies,
        List.copyOf(customSections));
  }

  private void section(int id, ByteReader section) {
    switch (id) {
      case 1 -> types.addAll(section.vec("core types", Limits.TYPES, CoreTypeReader::recGroup));
      case 2 -> imports.addAll(section.vec("imports", Limits.IMPORTS, CoreModuleDecoder::imported));
      case 3 ->
          functions.addAll(section.vec("functions", Limits.FUNCTIONS, r -> r.u32("type index")));
      case 4 -> tables.addAll(section.vec("tables", Limits.TABLES, CoreModuleDecoder::table));
      case 5 -> memories.addAll(section.vec("memories", Limits.MEMORIES, CoreTypeReader::memory));
      case 6 -> globals.addAll(section.vec("globals", Limits.TYPES, CoreModuleDecoder::global));
      case 7 -> exports.addAll(section.vec("exports", Limits.EXPORTS, CoreModuleDecoder::export));
      case 8 -> start = section.u32("start function");
      case 9 -> {
        int segments = section.count("element segments", Limits.ELEMENT_SEGMENTS);
        for (int i = 0; i < segments; i++) {
          SegmentReader.skipElements(section);
        }
      }
      case 10 -> {
        bodies = section.count("function bodies", Limits.FUNCTIONS);
        for (long i = 0; i < bodies; i++) {
          FunctionBodyReader.skip(section);
        }
      }
      case 11 -> {
        dataSegments = section.count("data segments", Limits.DATA_SEGMENTS);
        for (long i = 0; i < dataSegments; i++) {
          SegmentReader.skipData(section);
        }
      }
      case 12 -> dataCount = section.u32("data count");
      case 13 -> tags.addAll(section.vec("tags", Limits.TYPES, CoreTypeReader::tag));
      default -> throw new AssertionError(id);
    }
    section.finish("core section");
  }

  private static DecodedCoreModule.Import imported(ByteReader in) {
    int offset = in.position();
    String module = in.name("core import module name");
    String name = in.name("core import name");
    return new DecodedCoreModule.Import(offset, module, name, CoreTypeReader.externDesc(in));
  }

  private static CoreExternDesc.Table table(ByteReader in) {
    if (in.accept(0x40)) {
      in.expect(0x00, "table initialiser");
      CoreExternDesc.Table table = CoreTypeReader.table(in);
      ConstantExpression.skip(in);
      return table;
    }
    return CoreTypeReader.table(in);
  }

  private static CoreExternDesc.Global global(ByteReader in) {
    CoreExternDesc.Global global = CoreTypeReader.global(in);
    ConstantExpression.skip(in);
    return global;
  }

  private static DecodedCoreModule.Export export(ByteReader in) {
    int offset = in.position();
    String name = in.name("core export name");
    Sort sort = SortReader.coreExternal(in);
    return new DecodedCoreModule.Export(offset, name, sort, in.u32("index"));
  }
}
