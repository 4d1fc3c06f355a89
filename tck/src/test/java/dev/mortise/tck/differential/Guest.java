package dev.mortise.tck.differential;

import dev.mortise.runtime.core.CoreFuncType;
import dev.mortise.runtime.core.CoreValType;
import dev.mortise.runtime.core.CoreValType.Num;
import dev.mortise.tck.generate.Bytes;
import java.util.ArrayList;
import java.util.List;

/**
 * Core modules that do as their memory says: a function gets there what it is to pass on or to
 * return, and puts there what it got. {@code realloc} writes down each of its calls.
 */
final class Guest {
  /** The next free byte, which {@code realloc} gives out. */
  static final int HEAP = 0;

  /** How often {@code realloc} was called. */
  static final int CALLS = 4;

  /**
   * What {@code realloc} does in call {@link #FAULT_AT}: 0 its work, 1 a wrong answer, 2 a trap.
   */
  static final int FAULT = 8;

  static final int FAULT_AT = 12;

  /** The wrong answer. */
  static final int WRONG = 16;

  /** What a lifted function returns. */
  static final int RESULT = 0x28;

  /** What a lifted function got, and what a lowered one is called with: 8 bytes each. */
  static final int ARGUMENTS = 0x40;

  /** What a lowered function returned. */
  static final int RETURNED = 0xd8;

  /** What {@code post-return} got. */
  static final int RELEASED = 0xe0;

  private static final int LOG = 0x400;
  private static final int MAX_LOGGED = 900;

  /** Values of the tests' own. */
  static final int DATA = 0x4000;

  /** Where results go that a caller has memory for. */
  static final int OUT = 0x8000;

  /** What {@code realloc} gives out first: it is soon at the end of the first page. */
  static final int FIRST = 0xf800;

  private static final int MOST = 0x20_0000;

  private Guest() {}

  private static Bytes header() {
    return Bytes.of(0, 'a', 's', 'm', 1, 0, 0, 0);
  }

  /** The module with the memory and {@code realloc}. */
  static byte[] libc() {
    return header()
        .all(section(1, 1, Bytes.of(0x60, 4, 0x7f, 0x7f, 0x7f, 0x7f, 1, 0x7f)))
        .all(section(3, 1, Bytes.of(0)))
        .all(section(5, 1, Bytes.of(0, 1)))
        .all(section(7, 2, new Bytes().name("memory").u8(2, 0).name("realloc").u8(0, 0)))
        .all(section(10, 1, new Bytes().sized(b -> b.u8(1, 3, 0x7f).all(realloc()))))
        .toArray();
  }

  private static Bytes section(int id, int count, Bytes items) {
    return Bytes.of(id).sized(s -> s.u32(count).all(items));
  }

  private static Bytes constant(int value) {
    return Bytes.of(0x41).s32(value);
  }

  private static Bytes load(int address) {
    return Bytes.of(0x41, 0, 0x28, 0).u32(address);
  }

  private static Bytes get(int local) {
    return Bytes.of(0x20).u32(local);
  }

  private static Bytes set(int local) {
    return Bytes.of(0x21).u32(local);
  }

  private static Bytes realloc() {
    Bytes code = new Bytes();
    code.all(load(CALLS)).all(set(4));
    code.u8(0x41, 0).all(get(4)).u8(0x41, 1, 0x6a, 0x36, 0).u32(CALLS);
    code.all(get(4)).all(constant(MAX_LOGGED)).u8(0x49, 0x04, 0x40);
    for (int i = 0; i < 4; i++) {
      code.all(get(4)).u8(0x41, 4, 0x74).all(get(i)).u8(0x36, 0).u32(LOG + 4 * i);
    }
    code.u8(0x0b);
    code.all(load(FAULT)).u8(0x04, 0x40);
    code.all(get(4)).all(load(FAULT_AT)).u8(0x46, 0x04, 0x40);
    code.all(load(FAULT)).u8(0x41, 2, 0x46, 0x04, 0x40, 0x00, 0x0b);
    code.all(load(WRONG)).u8(0x0f, 0x0b, 0x0b);
    // The first address from the heap's that is aligned, and the end of what it gives out.
    code.all(load(HEAP)).all(get(2)).u8(0x6a, 0x41, 1, 0x6b);
    code.u8(0x41, 0).all(get(2)).u8(0x6b, 0x71).all(set(5));
    code.all(get(5)).all(get(3)).u8(0x6a).all(set(6));
    code.all(get(6)).all(constant(MOST)).u8(0x4b, 0x04, 0x40, 0x00, 0x0b);
    code.u8(0x41, 0).all(get(6)).u8(0x36, 0).u32(HEAP);
    Bytes byteLength = Bytes.of(0x3f, 0, 0x41, 16, 0x74);
    code.all(get(6)).all(byteLength).u8(0x4b, 0x04, 0x40);
    code.all(get(6)).all(byteLength).u8(0x6b).all(constant(0xffff)).u8(0x6a, 0x41, 16, 0x76);
    code.u8(0x40, 0, 0x1a, 0x0b);
    code.all(get(5)).all(get(0));
    code.all(get(1)).all(get(3)).all(get(1)).all(get(3)).u8(0x49, 0x1b);
    return code.u8(0xfc, 10, 0, 0).all(get(5)).u8(0x0b);
  }

  /**
   * The module of functions to lift: {@code f0} and so on, what releases {@code post0}; a no-op.
   */
  static byte[] lifted(List<CoreFuncType> types) {
    List<CoreFuncType> all = new ArrayList<>();
    List<String> names = new ArrayList<>();
    List<Bytes> bodies = new ArrayList<>();
    for (int i = 0; i < types.size(); i++) {
      CoreFuncType type = types.get(i);
      all.add(type);
      names.add("f" + i);
      bodies.add(keepAndReturn(type));
      all.add(new CoreFuncType(type.results(), List.of()));
      names.add("post" + i);
      bodies.add(keep(type.results(), RELEASED).u8(0x0b));
    }
    all.add(new CoreFuncType(List.of(), List.of()));
    names.add("nop");
    bodies.add(Bytes.of(0x0b));
    return module(List.of(), all, names, bodies);
  }

  private static Bytes keepAndReturn(CoreFuncType type) {
    Bytes code = keep(type.params(), ARGUMENTS);
    for (CoreValType result : type.results()) {
      code.u8(0x41, 0).all(load(result, RESULT));
    }
    return code.u8(0x0b);
  }

  private static Bytes keep(List<CoreValType> params, int address) {
    Bytes code = new Bytes();
    for (int i = 0; i < params.size(); i++) {
      code.u8(0x41, 0).all(get(i)).all(store(params.get(i), address + 8 * i));
    }
    return code;
  }

  /** The module that imports lowered functions and calls them: {@code run0} and so on. */
  static byte[] lowered(List<CoreFuncType> types) {
    List<CoreFuncType> all = new ArrayList<>();
    List<String> names = new ArrayList<>();
    List<Bytes> bodies = new ArrayList<>();
    for (int i = 0; i < types.size(); i++) {
      CoreFuncType type = types.get(i);
      Bytes code = new Bytes();
      if (!type.results().isEmpty()) {
        code.u8(0x41, 0);
      }
      for (int j = 0; j < type.params().size(); j++) {
        code.u8(0x41, 0).all(load(type.params().get(j), ARGUMENTS + 8 * j));
      }
      code.u8(0x10).u32(i);
      for (CoreValType result : type.results()) {
        code.all(store(result, RETURNED));
      }
      all.add(new CoreFuncType(List.of(), List.of()));
      names.add("run" + i);
      bodies.add(code.u8(0x0b));
    }
    return module(types, all, names, bodies);
  }

  private static byte[] module(
      List<CoreFuncType> imports,
      List<CoreFuncType> types,
      List<String> names,
      List<Bytes> bodies) {
    List<CoreFuncType> all = new ArrayList<>(imports);
    all.addAll(types);
    Bytes out = header().all(Bytes.of(1).sized(s -> s.vec(all, (b, t) -> type(b, t))));
    Bytes imported = new Bytes().name("libc").name("memory").u8(2, 0, 1);
    for (int i = 0; i < imports.size(); i++) {
      imported.name("h").name("f" + i).u8(0).u32(i);
    }
    out.all(section(2, imports.size() + 1, imported));
    Bytes functions = new Bytes();
    Bytes exports = new Bytes();
    Bytes codes = new Bytes();
    for (int i = 0; i < types.size(); i++) {
      Bytes body = bodies.get(i);
      functions.u32(imports.size() + i);
      exports.name(names.get(i)).u8(0).u32(imports.size() + i);
      codes.sized(b -> b.u8(0).all(body));
    }
    return out.all(section(3, types.size(), functions))
        .all(section(7, types.size(), exports))
        .all(section(10, types.size(), codes))
        .toArray();
  }

  private static void type(Bytes out, CoreFuncType type) {
    out.u8(0x60).vec(type.params(), Guest::type).vec(type.results(), Guest::type);
  }

  private static void type(Bytes out, CoreValType type) {
    out.u8(
        switch ((Num) type) {
          case I32 -> 0x7f;
          case I64 -> 0x7e;
          case F32 -> 0x7d;
          case F64 -> 0x7c;
          case V128 -> throw new AssertionError();
        });
  }

  private static Bytes load(CoreValType type, int address) {
    return Bytes.of(0x28 + ((Num) type).ordinal(), 0).u32(address);
  }

  private static Bytes store(CoreValType type, int address) {
    return Bytes.of(0x36 + ((Num) type).ordinal(), 0).u32(address);
  }
}
