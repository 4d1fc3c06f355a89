package dev.mortise.tck.generate;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes a component definition by definition and counts its index spaces. Definitions of one kind
 * that follow each other share a section, or do not, as chance will have it.
 */
public final class ComponentEncoder {
  /** The index spaces. */
  public enum Space {
    CORE_FUNC(0x00, 0x00),
    CORE_MEMORY(0x00, 0x02),
    CORE_MODULE(0x00, 0x11),
    CORE_INSTANCE(0x00, 0x12),
    FUNC(0x01),
    TYPE(0x03),
    COMPONENT(0x04),
    INSTANCE(0x05);

    private final int[] sort;

    Space(int... sort) {
      this.sort = sort;
    }
  }

  /** A definition and where it counts. */
  public record Item(Space space, int index) {
    /** The sort of a core item among core items. */
    private int coreSort() {
      return space.sort[1];
    }

    /** Writes the sort and the index. */
    public void write(Bytes out) {
      out.u8(space.sort).u32(index);
    }
  }

  private final Bytes out = Bytes.of(0, 'a', 's', 'm', 0x0d, 0, 1, 0);
  private final Map<Space, Integer> counts = new EnumMap<>(Space.class);
  private final Random random;
  private Bytes section = new Bytes();
  private int sectionId = -1;
  private int sectionItems;

  /** An encoder whose sections are cut by chance. */
  public ComponentEncoder(Random random) {
    this.random = random;
  }

  /** The component. */
  public byte[] encode() {
    flush();
    if (random.nextBoolean()) {
      out.u8(0).sized(s -> s.name("made-by").u8(1, 2, 3));
    }
    return out.toArray();
  }

  private void flush() {
    if (sectionItems > 0) {
      Bytes items = section;
      int count = sectionItems;
      out.u8(sectionId).sized(s -> s.u32(count).all(items));
    }
    section = new Bytes();
    sectionItems = 0;
    sectionId = -1;
  }

  private int next(Space space) {
    return counts.merge(space, 1, Integer::sum) - 1;
  }

  private Item item(int id, Space space, Consumer<Bytes> body) {
    if (id != sectionId || random.nextInt(4) == 0) {
      flush();
      sectionId = id;
    }
    body.accept(section);
    sectionItems++;
    return new Item(space, next(space));
  }

  private Item whole(int id, Space space, byte[] bytes) {
    flush();
    out.u8(id).sized(s -> s.all(bytes));
    return new Item(space, next(space));
  }

  /** A core module. */
  public Item coreModule(byte[] module) {
    return whole(1, Space.CORE_MODULE, module);
  }

  /** A nested component. */
  public Item component(byte[] component) {
    return whole(4, Space.COMPONENT, component);
  }

  /** A named item for an instantiation or an inline instance. */
  public record Named(String name, Item item) {}

  Item coreInstance(Item module, @Nullable Item env) {
    return coreInstanceOf(module, env == null ? List.of() : List.of(new Named("env", env)));
  }

  /** An instance of a core module. */
  public Item coreInstanceOf(Item module, List<Named> arguments) {
    return item(
        2,
        Space.CORE_INSTANCE,
        s ->
            s.u8(0)
                .u32(module.index())
                .vec(arguments, (b, a) -> b.name(a.name()).u8(0x12).u32(a.item().index())));
  }

  /** A core instance of exports. */
  public Item inlineCoreInstance(List<Named> exports) {
    return item(
        2,
        Space.CORE_INSTANCE,
        s ->
            s.u8(1)
                .vec(
                    exports,
                    (b, e) -> b.name(e.name()).u8(e.item().coreSort()).u32(e.item().index())));
  }

  /** An instance of a component. */
  public Item instance(Item component, List<Named> arguments) {
    return item(
        5,
        Space.INSTANCE,
        s ->
            s.u8(0)
                .u32(component.index())
                .vec(
                    arguments,
                    (b, a) -> {
                      b.name(a.name());
                      a.item().write(b);
                    }));
  }

  /** An instance of exports. */
  public Item inlineInstance(List<Named> exports) {
    return item(
        5,
        Space.INSTANCE,
        s ->
            s.u8(1)
                .vec(
                    exports,
                    (b, e) -> {
                      b.u8(0).name(e.name());
                      e.item().write(b);
                    }));
  }

  /** An export of an instance. */
  public Item aliasExport(Item instance, Space space, String name) {
    return item(6, space, s -> s.u8(space.sort).u8(0x00).u32(instance.index()).name(name));
  }

  /** An export of a core instance. */
  public Item aliasCoreExport(Item instance, Space space, String name) {
    return item(6, space, s -> s.u8(space.sort).u8(0x01).u32(instance.index()).name(name));
  }

  /** A type of a component around this one. */
  public Item aliasOuterType(int count, int index) {
    return item(6, Space.TYPE, s -> s.u8(Space.TYPE.sort).u8(0x02).u32(count).u32(index));
  }

  /** A type. */
  public Item type(Bytes definition) {
    return item(7, Space.TYPE, s -> s.all(definition));
  }

  /** A lifted function. */
  public Item canonLift(Item coreFunc, Bytes options, Item type) {
    return item(
        8, Space.FUNC, s -> s.u8(0, 0).u32(coreFunc.index()).all(options).u32(type.index()));
  }

  /** A lowered function. */
  public Item canonLower(Item func, Bytes options) {
    return item(8, Space.CORE_FUNC, s -> s.u8(1, 0).u32(func.index()).all(options));
  }

  /** A built-in function. */
  public Item canonBuiltin(int opcode, Item type, int... rest) {
    return item(8, Space.CORE_FUNC, s -> s.u8(opcode).u32(type.index()).u8(rest));
  }

  /** An import; {@code desc} is its type. */
  public Item imported(String name, Space space, Consumer<Bytes> desc) {
    return item(
        10,
        space,
        s -> {
          s.u8(0).name(name);
          desc.accept(s);
        });
  }

  /** An export. */
  public Item exported(String name, Item what) {
    return item(
        11,
        what.space(),
        s -> {
          s.u8(0).name(name);
          what.write(s);
          s.u8(0);
        });
  }
}
