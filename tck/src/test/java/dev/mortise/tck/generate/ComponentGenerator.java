package dev.mortise.tck.generate;

import dev.mortise.tck.generate.ComponentEncoder.Item;
import dev.mortise.tck.generate.ComponentEncoder.Named;
import dev.mortise.tck.generate.ComponentEncoder.Space;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Makes valid components by chance: types of all kinds, imports, nested components with what they
 * are instantiated with, functions lifted from and lowered to a tiny core module, exports.
 */
public final class ComponentGenerator implements TypePool.Scope {
  private static final FuncShape.Core REALLOC =
      new FuncShape.Core(List.of(Shape.I32, Shape.I32, Shape.I32, Shape.I32), List.of(Shape.I32));
  private static final FuncShape.Core DESTRUCTOR =
      new FuncShape.Core(List.of(Shape.I32), List.of());
  private static final FuncShape.Core CALLBACK =
      new FuncShape.Core(List.of(Shape.I32, Shape.I32, Shape.I32), List.of(Shape.I32));

  /** What a component needs and gives, as far as the one around it has to know. */
  private record Made(
      byte[] bytes, List<String> funcImports, boolean resource, List<Func> exports) {}

  /** A function: its shape, and its index or, of an export, its name. */
  private record Func(FuncShape shape, @Nullable Item item, String name) {}

  private final Random random;
  private final int depth;
  private final ComponentEncoder out;
  private final TypePool pool;
  private final List<Func> callable = new ArrayList<>();
  private final List<Func> exported = new ArrayList<>();
  private final List<String> funcImports = new ArrayList<>();
  private @Nullable Item resource;
  private boolean resourceVisible;
  private int names;

  private ComponentGenerator(Random random, int depth, int outerType) {
    this.random = random;
    this.depth = depth;
    this.out = new ComponentEncoder(random);
    this.pool = new TypePool(this, random);
    if (outerType >= 0) {
      int index = out.aliasOuterType(1, outerType).index();
      pool.add(new TypePool.Entry(new Shape.Pointer(List.of()), index, 2, true, true));
    }
  }

  /** The bytes of a component; the same for the same seed. */
  public static byte[] generate(long seed) {
    return new ComponentGenerator(new Random(seed), 0, -1).make().bytes();
  }

  private Made make() {
    grow(6);
    boolean imported = depth > 0 && random.nextBoolean();
    if (imported) {
      resource = out.imported("r", Space.TYPE, b -> b.u8(3, 1));
      resourceVisible = true;
      pool.handles(resource.index(), true, true);
    }
    imports();
    grow(4);
    Item libc =
        out.coreInstance(
            out.coreModule(
                new CoreModule()
                    .withMemory()
                    .exporting("realloc", REALLOC)
                    .exporting("dtor", DESTRUCTOR)
                    .encode()),
            null);
    Item memory = out.aliasCoreExport(libc, Space.CORE_MEMORY, "memory");
    Item realloc = out.aliasCoreExport(libc, Space.CORE_FUNC, "realloc");
    CoreModule main = new CoreModule();
    List<Named> env = new ArrayList<>();
    resource(libc, main, env);
    grow(4);
    for (Func func : callable) {
      lower(func, memory, realloc, main, env);
    }
    lifts(main, env, memory, realloc);
    return new Made(out.encode(), funcImports, imported, exported);
  }

  private void grow(int most) {
    int count = random.nextInt(most + 1);
    for (int i = 0; i < count; i++) {
      pool.grow();
    }
  }

  private String fresh(String prefix) {
    return prefix + names++;
  }

  private void imports() {
    int count = random.nextInt(3);
    for (int i = 0; i < count; i++) {
      if (depth > 0) {
        // Of a type that the one around can write too.
        String name = fresh("i");
        Item type = out.type(stringFunction());
        callable.add(
            new Func(
                stringShape(),
                out.imported(name, Space.FUNC, b -> b.u8(1).u32(type.index())),
                name));
        funcImports.add(name);
      } else if (random.nextBoolean()) {
        TypePool.Func func = pool.function(true, false);
        String name = fresh("i");
        Item item = out.imported(name, Space.FUNC, b -> b.u8(1).u32(func.index()));
        callable.add(new Func(func.shape(), item, name));
      } else {
        instanceImport();
      }
    }
  }

  private static Bytes stringFunction() {
    return Bytes.of(0x40, 1).name("s").u8(0x73, 0, 0x73);
  }

  private static FuncShape stringShape() {
    return new FuncShape(
        List.of(new Shape.Pointer(List.of())), new Shape.Pointer(List.of()), false);
  }

  private void instanceImport() {
    InstanceTypeGenerator generator = new InstanceTypeGenerator(random);
    Item type = out.type(generator.generate());
    String name = random.nextBoolean() ? fresh("i") : "test:pkg/" + fresh("i") + "@1.2.3";
    Item instance = out.imported(name, Space.INSTANCE, b -> b.u8(5).u32(type.index()));
    if (generator.hasResource() && random.nextBoolean()) {
      Item alias = out.aliasExport(instance, Space.TYPE, "r");
      pool.handles(alias.index(), true, true);
    }
    for (InstanceTypeGenerator.Export export : generator.functions()) {
      if (random.nextBoolean()) {
        Item item = out.aliasExport(instance, Space.FUNC, export.name());
        callable.add(new Func(export.shape(), item, export.name()));
      }
    }
    if (random.nextInt(3) == 0) {
      out.exported(fresh("e"), instance);
    }
  }

  /** A resource of the component's own, its built-ins, and its name, or not. */
  private void resource(Item libc, CoreModule main, List<Named> env) {
    if (random.nextBoolean()) {
      return;
    }
    boolean destructor = random.nextBoolean();
    Bytes definition = Bytes.of(0x3f, 0x7f).u8(destructor ? 1 : 0);
    if (destructor) {
      definition.u32(out.aliasCoreExport(libc, Space.CORE_FUNC, "dtor").index());
    }
    Item local = out.type(definition);
    for (int opcode = 2; opcode <= 4; opcode++) {
      FuncShape.Core type =
          opcode == 3 ? DESTRUCTOR : new FuncShape.Core(List.of(Shape.I32), List.of(Shape.I32));
      provide(out.canonBuiltin(opcode, local), type, main, env);
    }
    boolean visible = random.nextBoolean();
    Item named = visible ? out.exported(fresh("r"), local) : local;
    pool.handles(named.index(), false, visible);
    if (resource == null) {
      resource = named;
      resourceVisible = visible;
    }
  }

  private void provide(Item item, FuncShape.Core type, CoreModule main, List<Named> env) {
    String name = fresh("g");
    main.importing(name, type);
    env.add(new Named(name, item));
  }

  private void lower(Func func, Item memory, Item realloc, CoreModule main, List<Named> env) {
    boolean async = func.shape().async() && random.nextBoolean();
    Item item = func.item();
    if (item != null) {
      provide(
          lower(item, func.shape(), async, memory, realloc),
          func.shape().lowered(async),
          main,
          env);
    }
  }

  private Item lower(Item func, FuncShape shape, boolean async, Item memory, Item realloc) {
    List<Bytes> options = options(shape.lowerNeedsMemory(async), memory, realloc);
    if (async) {
      options.add(Bytes.of(0x06));
    }
    return out.canonLower(func, vec(options));
  }

  private List<Bytes> options(boolean memoryNeeded, Item memory, Item realloc) {
    List<Bytes> options = new ArrayList<>();
    if (random.nextBoolean()) {
      options.add(Bytes.of(random.nextInt(3)));
    }
    if (memoryNeeded || random.nextBoolean()) {
      options.add(Bytes.of(0x03).u32(memory.index()));
      options.add(Bytes.of(0x04).u32(realloc.index()));
    }
    return options;
  }

  private static Bytes vec(List<Bytes> options) {
    return new Bytes().vec(options, Bytes::all);
  }

  /** How a function will be lifted. */
  private record Lift(TypePool.Func func, boolean async, boolean postReturn, String core) {}

  private void lifts(CoreModule main, List<Named> env, Item memory, Item realloc) {
    List<Lift> lifts = new ArrayList<>();
    int count = random.nextInt(5);
    main.exporting("callback", CALLBACK);
    for (int i = 0; i < count; i++) {
      TypePool.Func func = pool.function(false, random.nextInt(4) != 0);
      boolean async = func.shape().async() && random.nextBoolean();
      Lift lift = new Lift(func, async, !async && random.nextBoolean(), fresh("c"));
      FuncShape.Core type = func.shape().lifted(async);
      main.exporting(lift.core(), type);
      if (lift.postReturn()) {
        main.exporting(lift.core() + "-post", new FuncShape.Core(type.results(), List.of()));
      }
      lifts.add(lift);
    }
    main.exporting("string", stringShape().lifted(false));
    Item module = out.coreModule(main.encode());
    Item core = out.coreInstance(module, main.hasImports() ? out.inlineCoreInstance(env) : null);
    for (Lift lift : lifts) {
      Item function = lift(lift, core, memory, realloc);
      if (lift.func().inExports()) {
        String name = fresh("f");
        out.exported(name, function);
        exported.add(new Func(lift.func().shape(), null, name));
      }
    }
    if (depth < 3 && random.nextBoolean()) {
      nested(core, memory, realloc);
    }
  }

  private Item lift(Lift lift, Item core, Item memory, Item realloc) {
    List<Bytes> options =
        options(lift.func().shape().liftNeedsMemory(lift.async()), memory, realloc);
    if (lift.async()) {
      Item callback = out.aliasCoreExport(core, Space.CORE_FUNC, "callback");
      options.add(Bytes.of(0x06));
      options.add(Bytes.of(0x07).u32(callback.index()));
    }
    if (lift.postReturn()) {
      Item post = out.aliasCoreExport(core, Space.CORE_FUNC, lift.core() + "-post");
      options.add(Bytes.of(0x05).u32(post.index()));
    }
    Item callee = out.aliasCoreExport(core, Space.CORE_FUNC, lift.core());
    return out.canonLift(callee, vec(options), new Item(Space.TYPE, lift.func().index()));
  }

  private void nested(Item core, Item memory, Item realloc) {
    int outerType = random.nextBoolean() ? out.type(Bytes.of(0x70, 0x7d)).index() : -1;
    Made made = new ComponentGenerator(random, depth + 1, outerType).make();
    Item component = out.component(made.bytes());
    Item given = resource;
    if (made.resource() && given == null) {
      return;
    }
    List<Named> arguments = new ArrayList<>();
    if (made.resource() && given != null) {
      arguments.add(new Named("r", given));
    }
    for (String name : made.funcImports()) {
      Item callee = out.aliasCoreExport(core, Space.CORE_FUNC, "string");
      List<Bytes> options =
          List.of(Bytes.of(0x03).u32(memory.index()), Bytes.of(0x04).u32(realloc.index()));
      arguments.add(
          new Named(name, out.canonLift(callee, vec(options), out.type(stringFunction()))));
    }
    Item instance = out.instance(component, arguments);
    for (Func export : made.exports()) {
      Item func = out.aliasExport(instance, Space.FUNC, export.name());
      boolean async = export.shape().async() && random.nextBoolean();
      lower(func, export.shape(), async, memory, realloc);
    }
    if ((!made.resource() || resourceVisible) && random.nextBoolean()) {
      out.exported(fresh("n"), instance);
    }
    if (random.nextBoolean()) {
      out.exported(fresh("b"), out.inlineInstance(List.of()));
    }
  }

  @Override
  public int define(Bytes definition) {
    return out.type(definition).index();
  }

  @Override
  public TypePool.@Nullable Named name(String name, int type, boolean importable) {
    int choice = random.nextInt(4);
    if (choice == 0) {
      return null;
    }
    if (choice == 1 || depth > 0 || !importable) {
      Item exported = out.exported(name, new Item(Space.TYPE, type));
      return new TypePool.Named(exported.index(), false, true);
    }
    Item imported = out.imported(name, Space.TYPE, b -> b.u8(3, 0).u32(type));
    return new TypePool.Named(imported.index(), true, true);
  }
}
