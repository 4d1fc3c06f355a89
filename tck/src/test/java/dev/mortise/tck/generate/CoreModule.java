package dev.mortise.tck.generate;

import java.util.ArrayList;
import java.util.List;

/** A tiny core module: functions that trap, and a memory if wanted. */
final class CoreModule {
  /** A function and the name of its import or export. */
  private record Func(String name, FuncShape.Core type) {}

  private final List<Func> imports = new ArrayList<>();
  private final List<Func> exports = new ArrayList<>();
  private boolean memory;

  CoreModule importing(String name, FuncShape.Core type) {
    imports.add(new Func(name, type));
    return this;
  }

  CoreModule exporting(String name, FuncShape.Core type) {
    exports.add(new Func(name, type));
    return this;
  }

  CoreModule withMemory() {
    memory = true;
    return this;
  }

  boolean hasImports() {
    return !imports.isEmpty();
  }

  byte[] encode() {
    Bytes out = Bytes.of(0, 'a', 's', 'm', 1, 0, 0, 0);
    List<Func> all = new ArrayList<>(imports);
    all.addAll(exports);
    out.u8(1).sized(s -> s.vec(all, (b, f) -> type(b, f.type())));
    if (!imports.isEmpty()) {
      out.u8(2)
          .sized(
              s -> {
                int[] type = {0};
                s.vec(imports, (b, f) -> b.name("env").name(f.name()).u8(0).u32(type[0]++));
              });
    }
    out.u8(3)
        .sized(
            s -> {
              int[] type = {imports.size()};
              s.vec(exports, (b, f) -> b.u32(type[0]++));
            });
    if (memory) {
      out.u8(5).sized(s -> s.u32(1).u8(0, 1));
    }
    out.u8(7)
        .sized(
            s -> {
              s.u32(exports.size() + (memory ? 1 : 0));
              int index = imports.size();
              for (Func f : exports) {
                s.name(f.name()).u8(0).u32(index++);
              }
              if (memory) {
                s.name("memory").u8(2).u32(0);
              }
            });
    out.u8(10).sized(s -> s.vec(exports, (b, f) -> b.sized(body -> body.u8(0, 0x00, 0x0b))));
    return out.toArray();
  }

  private static void type(Bytes out, FuncShape.Core type) {
    out.u8(0x60).vec(type.params(), Bytes::u8).vec(type.results(), Bytes::u8);
  }
}
