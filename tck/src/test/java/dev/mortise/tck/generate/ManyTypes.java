package dev.mortise.tck.generate;

import dev.mortise.tck.generate.ComponentEncoder.Item;
import dev.mortise.tck.generate.ComponentEncoder.Space;
import java.util.Random;

/** A valid component with as many types as one likes, of all kinds, each using those before it. */
public final class ManyTypes {
  private static final int KINDS = 5;

  private ManyTypes() {}

  /**
   * Encodes it.
   *
   * @param types how many; of five, one is named by an import, and one is the type of an imported
   *     function
   */
  public static byte[] encode(int types) {
    ComponentEncoder out = new ComponentEncoder(new Random(types));
    Item[] last = new Item[KINDS];
    for (int i = 0; i < types; i++) {
      int kind = i % KINDS;
      last[kind] = out.type(definition(kind, last));
      int type = last[kind].index();
      if (kind == 0) {
        last[kind] = out.imported("t" + i, Space.TYPE, b -> b.u8(3, 0).u32(type));
      } else if (kind == 3) {
        out.imported("f" + i, Space.FUNC, b -> b.u8(1).u32(type));
      }
    }
    return out.encode();
  }

  private static Bytes definition(int kind, Item[] last) {
    return switch (kind) {
      case 0 -> Bytes.of(0x72, 2).name("some-field").u8(0x79).name("another-one").u8(0x73);
      case 1 -> Bytes.of(0x70).s33(last[0].index());
      case 2 -> Bytes.of(0x6b).s33(last[1].index());
      case 3 -> Bytes.of(0x40, 1).name("parameter").s33(last[1].index()).u8(0).s33(last[2].index());
      default ->
          Bytes.of(0x42, 3, 0x01, 0x70, 0x7d, 0x01, 0x40, 1)
              .name("bytes")
              .u8(0, 1, 0, 0x04, 0)
              .name("write")
              .u8(1, 1);
    };
  }
}
