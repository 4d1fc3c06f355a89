package dev.mortise.loader.decode;

import dev.mortise.loader.model.CustomSection;
import dev.mortise.loader.model.DecodedComponent;
import dev.mortise.loader.model.DecodedCoreModule;
import dev.mortise.loader.model.Definition;
import dev.mortise.loader.model.ExternName;
import dev.mortise.loader.model.Index;
import dev.mortise.loader.model.SortIndex;
import dev.mortise.loader.model.ValTypeRef;
import dev.mortise.runtime.error.MalformedComponentException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/** Reads a component (Binary.md, "Component Definitions"): the entry of this package. */
public final class ComponentDecoder {
  private static final int EXPORTS = 11;
  private static final int VALUES = 12;

  private final ByteReader in;
  private final List<Definition> definitions = new ArrayList<>();
  private final List<CustomSection> customSections = new ArrayList<>();
  private final int depth;
  private boolean started;

  private ComponentDecoder(ByteReader in, int depth) {
    this.in = in;
    this.depth = depth;
  }

  /**
   * Decodes the bytes of a file.
   *
   * @param bytes the whole file; not written to, not kept
   * @param features decides which sections and attributes exist at all
   * @throws MalformedComponentException at the first thing that is not as Binary.md says
   */
  public static DecodedComponent decode(byte[] bytes, Features features) {
    return new ComponentDecoder(new ByteReader(bytes, features), 0).component();
  }

  /**
   * Decodes a core module by itself.
   *
   * @throws MalformedComponentException as {@link #decode}
   */
  public static DecodedCoreModule decodeCoreModule(byte[] bytes, Features features) {
    return CoreModuleDecoder.decode(new ByteReader(bytes, features));
  }

  /** Whether the bytes begin as a core module does, and not as a component. */
  public static boolean isCoreModule(byte[] bytes) {
    return bytes.length >= 8
        && bytes[0] == 0
        && bytes[1] == 'a'
        && bytes[2] == 's'
        && bytes[3] == 'm'
        && bytes[6] == 0
        && bytes[7] == 0;
  }

  /**
   * Decodes the exports of a component alone, to tell what it is for: all other sections are passed
   * over unread.
   *
   * @throws MalformedComponentException as {@link #decode}, as far as it reads
   */
  public static List<Definition> exports(byte[] bytes, Features features) {
    ComponentDecoder decoder = new ComponentDecoder(new ByteReader(bytes, features), 0);
    decoder.sections(id -> id == EXPORTS);
    return List.copyOf(decoder.definitions);
  }

  private DecodedComponent component() {
    int offset = in.position();
    if (depth > Limits.NESTING_DEPTH) {
      throw in.limit(offset, "component", "levels of nesting", Limits.NESTING_DEPTH, depth);
    }
    sections(id -> true);
    return new DecodedComponent(offset, in.end(), definitions, List.copyOf(customSections));
  }

  /** Reads the preamble, and those sections that are wanted. */
  private void sections(IntPredicate wanted) {
    Preamble.component(in);
    while (!in.atEnd()) {
      int at = in.position();
      int id = in.u8("section");
      checkId(at, id);
      long size = in.u32("section size");
      ByteReader section = in.window(size, "section " + id);
      if (wanted.test(id)) {
        section(at, id, section);
      }
    }
  }

  private void section(int at, int id, ByteReader section) {
    switch (id) {
      case 0 -> customSections.add(CustomSectionReader.read(section));
      case 1 -> coreModule(section);
      case 2 ->
          items(
              section,
              "core instances",
              Limits.INSTANCES,
              (o, r) -> new Definition.CoreInstance(o, InstanceReader.core(r)));
      case 3 ->
          items(
              section,
              "core types",
              Limits.TYPES,
              (o, r) -> new Definition.CoreType(o, CoreTypeDefReader.read(r)));
      case 4 -> nested(section);
      case 5 ->
          items(
              section,
              "instances",
              Limits.INSTANCES,
              (o, r) -> new Definition.Instance(o, InstanceReader.component(r)));
      case 6 ->
          items(
              section,
              "aliases",
              Limits.DECLARATIONS,
              (o, r) -> new Definition.AliasDef(o, AliasReader.read(r)));
      case 7 ->
          items(
              section, "types", Limits.TYPES, (o, r) -> new Definition.Type(o, TypeReader.read(r)));
      case 8 ->
          items(
              section,
              "canonical functions",
              Limits.FUNCTIONS,
              (o, r) -> new Definition.CanonDef(o, CanonReader.read(r)));
      case 9 -> start(at, section);
      case 10 -> items(section, "imports", Limits.IMPORTS, ComponentDecoder::imported);
      case EXPORTS -> items(section, "exports", Limits.EXPORTS, ComponentDecoder::exported);
      default -> items(section, "values", Limits.DECLARATIONS, ComponentDecoder::value);
    }
  }

  private void checkId(int at, int id) {
    if (id > VALUES || (id == VALUES && !in.has(Feature.CM_VALUES))) {
      throw in.malformed(
          in.at(at, Malformed.UNKNOWN_SECTION, "section")
              .expecting("an id of 0 to 11", String.valueOf(id))
              .because("malformed section id")
              .withHint(
                  id == VALUES ? "To admit it, switch on the feature " + Feature.CM_VALUES : null));
    }
  }

  /** Reads one item of a section, which begins at {@code offset}. */
  @FunctionalInterface
  private interface Item {
    Definition read(int offset, ByteReader reader);
  }

  private void items(ByteReader section, String what, int limit, Item item) {
    int count = section.count(what, limit);
    for (int i = 0; i < count; i++) {
      definitions.add(item.read(section.position(), section));
    }
    section.finish(what + " section");
  }

  private void coreModule(ByteReader section) {
    int offset = section.position();
    section.enter("core module at " + ByteReader.hex(offset));
    definitions.add(new Definition.CoreModule(offset, CoreModuleDecoder.decode(section)));
    section.leave();
  }

  private void nested(ByteReader section) {
    int offset = section.position();
    section.enter("component at " + ByteReader.hex(offset));
    DecodedComponent component = new ComponentDecoder(section, depth + 1).component();
    definitions.add(new Definition.Component(offset, component));
    section.leave();
  }

  private void start(int at, ByteReader section) {
    if (started) {
      throw in.malformed(
          in.at(at, Malformed.DUPLICATE_START, "start section")
              .because("a component cannot have more than one start function"));
    }
    started = true;
    int offset = section.position();
    Index.Func func = new Index.Func(section.u32("function index"));
    List<Index.Value> arguments =
        section.vec(
            "start arguments", Limits.PARAMETERS, r -> new Index.Value(r.u32("value index")));
    int resultsAt = section.position();
    long results = section.u32("number of start results");
    if (results > Limits.PARAMETERS) {
      throw section.limit(
          resultsAt, "start function results", "values", Limits.PARAMETERS, results);
    }
    section.finish("start section");
    definitions.add(new Definition.Start(offset, func, arguments, results));
  }

  private static Definition imported(int offset, ByteReader in) {
    ExternName name = ExternReader.name(in);
    return new Definition.Import(offset, name, ExternReader.desc(in));
  }

  private static Definition exported(int offset, ByteReader in) {
    ExternName name = ExternReader.name(in);
    SortIndex item = SortReader.sortIndex(in);
    int at = in.position();
    int form = in.u8("optional component export type");
    return switch (form) {
      case 0x00 -> new Definition.Export(offset, name, item, null);
      case 0x01 -> new Definition.Export(offset, name, item, ExternReader.desc(in));
      default -> throw in.leadingByte(at, form, "optional component export type", "0x00 or 0x01");
    };
  }

  private static Definition value(int offset, ByteReader in) {
    ValTypeRef type = TypeReader.valType(in);
    long length = in.u32("value length");
    in.skip(length, "value");
    return new Definition.Value(offset, type, in.position());
  }
}
