package dev.mortise.loader.encode;

import java.util.ArrayList;
import java.util.List;

/**
 * A core module under construction. Function bodies are {@code unreachable} unless they are given:
 * the validator does not look into them.
 */
public final class CoreModuleBytes {
  public static final Bytes I32 = Bytes.of(0x7f);
  public static final Bytes I64 = Bytes.of(0x7e);
  public static final Bytes F32 = Bytes.of(0x7d);
  public static final Bytes F64 = Bytes.of(0x7c);
  public static final Bytes FUNCREF = Bytes.of(0x70);
  public static final Bytes EXTERNREF = Bytes.of(0x6f);
  public static final Bytes ANYREF = Bytes.of(0x6e);

  private final List<Bytes> types = new ArrayList<>();
  private final List<Bytes> imports = new ArrayList<>();
  private final List<Bytes> functions = new ArrayList<>();
  private final List<Bytes> bodies = new ArrayList<>();
  private final List<Bytes> memories = new ArrayList<>();
  private final List<Bytes> globals = new ArrayList<>();
  private final List<Bytes> exports = new ArrayList<>();
  private final List<Bytes> extra = new ArrayList<>();
  private int functionCount;

  private CoreModuleBytes() {}

  /** An empty module. */
  public static CoreModuleBytes module() {
    return new CoreModuleBytes();
  }

  /** A function type. */
  public static Bytes funcType(List<Bytes> params, List<Bytes> results) {
    return Bytes.of(0x60).then(Bytes.vec(params), Bytes.vec(results));
  }

  /** A structure type of immutable fields. */
  public static Bytes struct(Bytes... fields) {
    List<Bytes> written = new ArrayList<>();
    for (Bytes field : fields) {
      written.add(field.then(Bytes.of(0)));
    }
    return Bytes.of(0x5f).then(Bytes.vec(written));
  }

  /** An array type of immutable elements. */
  public static Bytes array(Bytes element) {
    return Bytes.of(0x5e).then(element, Bytes.of(0));
  }

  /** A packed field or element type of 8 bits. */
  public static Bytes packedI8() {
    return Bytes.of(0x78);
  }

  /** A reference to a defined type. */
  public static Bytes ref(int type) {
    return Bytes.of(0x64).then(Bytes.s33(type));
  }

  /** A type; function types that {@link #function} needs are added by themselves. */
  public CoreModuleBytes type(Bytes type) {
    types.add(type);
    return this;
  }

  /** An exported function. */
  public CoreModuleBytes function(String name, List<Bytes> params, List<Bytes> results) {
    return function(name, params, results, Bytes.of(0, 0, 0x0b));
  }

  /** An exported function with a body: its locals and instructions. */
  public CoreModuleBytes function(
      String name, List<Bytes> params, List<Bytes> results, Bytes body) {
    bodies.add(body.sized());
    functions.add(Bytes.u32(types.size()));
    types.add(funcType(params, results));
    exports.add(Bytes.name(name).then(Bytes.of(0), Bytes.u32(functionCount++)));
    return this;
  }

  /** An imported function; before all others. */
  public CoreModuleBytes importedFunction(
      String module, String name, List<Bytes> params, List<Bytes> results) {
    Bytes names = Bytes.name(module).then(Bytes.name(name));
    imports.add(names.then(Bytes.of(0), Bytes.u32(types.size())));
    types.add(funcType(params, results));
    functionCount++;
    return this;
  }

  /** An exported memory of one page. */
  public CoreModuleBytes memory(String name) {
    return memory(name, 1);
  }

  /** An exported memory. */
  public CoreModuleBytes memory(String name, int pages) {
    exports.add(Bytes.name(name).then(Bytes.of(2), Bytes.u32(memories.size())));
    memories.add(Bytes.of(0).then(Bytes.u32(pages)));
    return this;
  }

  /** An exported mutable global of type i32. */
  public CoreModuleBytes global(String name, int value) {
    exports.add(Bytes.name(name).then(Bytes.of(3), Bytes.u32(globals.size())));
    globals.add(I32.then(Bytes.of(1, 0x41), Bytes.s33(value), Bytes.of(0x0b)));
    return this;
  }

  /** One more export, of any kind. */
  public CoreModuleBytes export(String name, int kind, int index) {
    exports.add(Bytes.name(name).then(Bytes.of(kind), Bytes.u32(index)));
    return this;
  }

  /** A start function. */
  public CoreModuleBytes start(int function) {
    return section(8, Bytes.u32(function));
  }

  /** A section as it is, after the export section. */
  public CoreModuleBytes section(int id, Bytes content) {
    extra.add(Bytes.of(id).then(content.sized()));
    return this;
  }

  /** The module so far. */
  public Bytes bytes() {
    return Bytes.of(0, 'a', 's', 'm', 1, 0, 0, 0)
        .then(
            vecSection(1, types),
            vecSection(2, imports),
            vecSection(3, functions),
            vecSection(5, memories),
            vecSection(6, globals),
            vecSection(7, exports),
            Bytes.of().then(extra.toArray(Bytes[]::new)),
            vecSection(10, bodies));
  }

  private static Bytes vecSection(int id, List<Bytes> items) {
    return items.isEmpty() ? Bytes.of() : Bytes.of(id).then(Bytes.vec(items).sized());
  }
}
