package dev.mortise.tck.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Makes the type of an instance: types, a resource with its functions, functions. */
final class InstanceTypeGenerator implements TypePool.Scope {
  /** A function that an instance of the type exports. */
  record Export(String name, FuncShape shape) {}

  private final Bytes declarations = new Bytes();
  private final List<Export> functions = new ArrayList<>();
  private final Random random;
  private int count;
  private int types;
  private boolean resource;

  InstanceTypeGenerator(Random random) {
    this.random = random;
  }

  /** Makes one; to be called once. */
  Bytes generate() {
    TypePool pool = new TypePool(this, random);
    if (random.nextBoolean()) {
      resource(pool);
    }
    int more = random.nextInt(6);
    for (int i = 0; i < more; i++) {
      pool.grow();
    }
    int funcs = random.nextInt(4);
    for (int i = 0; i < funcs; i++) {
      TypePool.Func func = pool.function(false, true);
      export("f" + i, func.index(), func.shape());
    }
    return Bytes.of(0x42).u32(count).all(declarations);
  }

  List<Export> functions() {
    return functions;
  }

  boolean hasResource() {
    return resource;
  }

  private void resource(TypePool pool) {
    resource = true;
    declarations.u8(0x04, 0).name("r").u8(3, 1);
    count++;
    int index = types++;
    pool.handles(index, true, true);
    int own = types - 2;
    int borrow = types - 1;
    Shape.Handle owned = new Shape.Handle(false);
    Shape.Handle borrowed = new Shape.Handle(true);
    export(
        "[constructor]r",
        define(Bytes.of(0x40, 0, 0).s33(own)),
        new FuncShape(List.of(), owned, false));
    export(
        "[method]r.m",
        define(Bytes.of(0x40, 1).name("self").s33(borrow).u8(1, 0)),
        new FuncShape(List.of(borrowed), null, false));
    export(
        "[static]r.s",
        define(Bytes.of(0x43, 1).name("it").s33(own).u8(1, 0)),
        new FuncShape(List.of(owned), null, true));
  }

  private void export(String name, int type, FuncShape shape) {
    declarations.u8(0x04, 0).name(name).u8(1).u32(type);
    count++;
    functions.add(new Export(name, shape));
  }

  @Override
  public int define(Bytes definition) {
    declarations.u8(0x01).all(definition);
    count++;
    return types++;
  }

  @Override
  public TypePool.@Nullable Named name(String name, int type, boolean importable) {
    declarations.u8(0x04, 0).name(name).u8(3, 0).u32(type);
    count++;
    return new TypePool.Named(types++, true, true);
  }
}
