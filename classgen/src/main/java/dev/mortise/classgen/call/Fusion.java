package dev.mortise.classgen.call;

import dev.mortise.classgen.mapping.UnmappableTypeException;
import dev.mortise.runtime.abi.recipe.AbiOp;
import dev.mortise.runtime.abi.recipe.AbiProgram;
import dev.mortise.runtime.abi.recipe.AggregateOp;
import dev.mortise.runtime.abi.recipe.CoreOp;
import dev.mortise.runtime.abi.recipe.LeafOp;
import dev.mortise.runtime.abi.recipe.ListOp;
import dev.mortise.runtime.abi.recipe.MemoryAccess;
import dev.mortise.runtime.core.CoreValType.Num;
import dev.mortise.runtime.glue.Transfers;
import dev.mortise.runtime.type.HandleType;
import dev.mortise.runtime.type.PrimType;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Writes the code that carries values from one component to another: it runs the recipe that lifts
 * and the one that lowers on what is known of the values ({@link Sym}), and writes instructions for
 * what is left to do. Scalars become moves, records nothing at all, strings and lists of numbers a
 * copy, other lists a loop.
 */
final class Fusion {
  private static final Type INT = Type.INT_TYPE;
  private static final String CONTEXTS = Names.CONTEXT_DESCRIPTOR;

  /** One of the two components: where its context and memory are. */
  record Side(int context, int memory, FusedResources resources) {}

  private final Body body;
  private final Side source;
  private final Side target;
  private final boolean crossing;
  private final FusedLists lists;

  /**
   * Values on their way.
   *
   * @param crossing whether the two were instantiated each by itself: a handle is a Java object
   *     then where it is not the component's own
   */
  Fusion(Body body, Side source, Side target, boolean crossing) {
    this.body = body;
    this.source = source;
    this.target = target;
    this.crossing = crossing;
    lists = new FusedLists(this, body);
  }

  Side source() {
    return source;
  }

  Side target() {
    return target;
  }

  /** Lifts by a program of the source. */
  List<Sym> lift(AbiProgram program, List<Sym> inputs) {
    return run(program, inputs, source);
  }

  /** Lowers by a program of the target. */
  List<Sym> lower(AbiProgram program, List<Sym> inputs) {
    return run(program, inputs, target);
  }

  private List<Sym> run(AbiProgram program, List<Sym> inputs, Side side) {
    List<Sym> stack = new ArrayList<>();
    body.locate(side.context(), side.memory());
    for (AbiOp op : program.ops()) {
      body.step();
      if (!(op instanceof CoreOp.Input)) {
        body.line(Signatures.of(op));
      }
      switch (op) {
        case CoreOp core -> run(core, inputs, stack, side);
        case LeafOp leaf -> run(leaf, stack);
        case ListOp list -> lists.run(list, stack);
        case AggregateOp aggregate -> run(aggregate, stack);
      }
      body.locate(side.context(), side.memory());
    }
    return stack;
  }

  static Sym pop(List<Sym> stack) {
    return stack.remove(stack.size() - 1);
  }

  static Sym.Core popCore(List<Sym> stack) {
    return (Sym.Core) pop(stack);
  }

  private static List<Sym> pop(List<Sym> stack, int count) {
    List<Sym> top = stack.subList(stack.size() - count, stack.size());
    List<Sym> popped = new ArrayList<>(top);
    top.clear();
    return popped;
  }

  /** Puts the value on the JVM's stack. */
  void load(Sym value) {
    Sym.Core core = (Sym.Core) value;
    body.load(core.type(), core.local());
  }

  /** Takes the value off the JVM's stack. */
  Sym.Core store(Type type) {
    return new Sym.Core(type, body.store(type));
  }

  private void run(CoreOp op, List<Sym> inputs, List<Sym> stack, Side side) {
    switch (op) {
      case CoreOp.Input input -> stack.add(inputs.get(input.index()));
      case CoreOp.Call call ->
          stack.addAll(run(call.program(), pop(stack, call.program().inputs().size()), side));
      case CoreOp.CheckArea check when side.context() == target.context() -> {
        int address = popCore(stack).local();
        context(target);
        body.load(INT, address);
        body.push(check.alignmentBytes());
        body.push(check.byteLength());
        body.invokeVirtual(Names.CONTEXT, "checkTarget", "(III)V");
      }
      default -> {
        pop(stack, op.pops().size()).forEach(this::load);
        new CoreEmitter(body).run(op);
        Type[] results =
            op.pushes().stream()
                .map(s -> Forms.core(((dev.mortise.runtime.abi.recipe.Slot.Core) s).type()))
                .toArray(Type[]::new);
        int[] locals = body.storeAll(results);
        for (int i = 0; i < results.length; i++) {
          stack.add(new Sym.Core(results[i], locals[i]));
        }
      }
    }
  }

  private void run(LeafOp op, List<Sym> stack) {
    switch (op) {
      case LeafOp.LiftScalar lift -> {
        load(pop(stack));
        ScalarEmitter.lift(body, lift.type());
        stack.add(store(Forms.core(LeafOp.coreType(lift.type()))));
      }
      case LeafOp.LiftFlags lift -> {
        load(pop(stack));
        int count = lift.type().labels().size();
        if (count < Integer.SIZE) {
          body.push((1 << count) - 1);
          body.code().visitInsn(Opcodes.IAND);
        }
        stack.add(store(INT));
      }
      case LeafOp.LiftEnum lift -> {
        load(pop(stack));
        ScalarEmitter.checkCase(body, lift.type().labels().size(), "enum");
        stack.add(store(INT));
      }
      case LeafOp.LoadString string -> {
        int length = popCore(stack).local();
        stack.add(new Sym.Text(string.encoding(), popCore(stack).local(), length));
      }
      case LeafOp.StoreString string -> storeString(string, (Sym.Text) pop(stack), stack);
      case LeafOp.LiftIndex lift -> {
        if (!(lift.type() instanceof HandleType handle)) {
          throw new UnmappableTypeException("not supported yet: " + lift.type().kind());
        }
        stack.add(new Sym.Index(handle, popCore(stack).local()));
      }
      case LeafOp.LowerIndex lower -> lowerIndex(lower, (Sym.Index) pop(stack), stack);
      // The core values that they were lifted from, checked, are what they are lowered to.
      case LeafOp.LowerScalar lower -> {}
      case LeafOp.LowerFlags lower -> {}
      case LeafOp.LowerEnum lower -> {}
    }
  }

  private void context(Side side) {
    body.load(Forms.OBJECT, side.context());
  }

  /** Puts the two halves of a range, a long on the JVM's stack, on the stack of values. */
  void splitRange(List<Sym> stack) {
    body.splitRange();
    int[] halves = body.storeAll(new Type[] {INT, INT});
    stack.add(new Sym.Core(INT, halves[0]));
    stack.add(new Sym.Core(INT, halves[1]));
  }

  private void storeString(LeafOp.StoreString store, Sym.Text text, List<Sym> stack) {
    context(source);
    body.load(INT, text.address());
    body.load(INT, text.length());
    context(target);
    int from = Transfers.place(text.encoding());
    int to = Transfers.place(store.encoding());
    if (from == 0 && to == 0) {
      body.invokeStatic(Names.TRANSFERS, "utf8", "(" + CONTEXTS + "II" + CONTEXTS + ")J");
    } else {
      body.push(from * 3 + to);
      body.invokeStatic(Names.TRANSFERS, "string", "(" + CONTEXTS + "II" + CONTEXTS + "I)J");
    }
    splitRange(stack);
  }

  private void lowerIndex(LeafOp.LowerIndex lower, Sym.Index index, List<Sym> stack) {
    HandleType handle = (HandleType) lower.type();
    if (crossing) {
      passObject(handle, index);
      stack.add(store(INT));
      return;
    }
    context(target);
    context(source);
    resource(source, index.type());
    resource(target, handle);
    body.load(INT, index.local());
    body.invokeVirtual(
        Names.CONTEXT,
        handle instanceof HandleType.Own ? "moveOwn" : "moveBorrow",
        "(" + CONTEXTS + Names.RESOURCE_DESCRIPTOR + Names.RESOURCE_DESCRIPTOR + "I)I");
    stack.add(store(INT));
  }

  /** Lifts a handle to a Java object and lowers that, as a call by way of Java would. */
  private void passObject(HandleType handle, Sym.Index index) {
    boolean own = handle instanceof HandleType.Own;
    String made = source.resources().classOf(index.type().resource());
    context(target);
    resource(target, handle);
    if (made != null) {
      body.code().visitTypeInsn(Opcodes.NEW, made);
      body.code().visitInsn(Opcodes.DUP);
    }
    context(source);
    resource(source, index.type());
    body.load(INT, index.local());
    body.invokeVirtual(
        Names.CONTEXT,
        own ? "takeOwn" : "lendBorrow",
        "(" + Names.RESOURCE_DESCRIPTOR + "I)" + Names.OBJECT_DESCRIPTOR);
    if (made != null) {
      context(source);
      body.invokeVirtual(Names.CONTEXT, "owner", "()" + Names.OBJECT_DESCRIPTOR);
      body.code()
          .visitMethodInsn(
              Opcodes.INVOKESPECIAL,
              made,
              "<init>",
              "(" + Names.OBJECT_DESCRIPTOR + Names.OBJECT_DESCRIPTOR + ")V",
              false);
    }
    body.invokeVirtual(
        Names.CONTEXT,
        own ? "giveOwn" : "giveBorrow",
        "(" + Names.RESOURCE_DESCRIPTOR + Names.OBJECT_DESCRIPTOR + ")I");
  }

  private void resource(Side side, HandleType handle) {
    context(side);
    body.push(side.resources().number(handle.resource()));
    body.invokeVirtual(Names.CONTEXT, "resource", "(I)" + Names.RESOURCE_DESCRIPTOR);
  }

  private void run(AggregateOp op, List<Sym> stack) {
    switch (op) {
      case AggregateOp.Make make -> stack.add(new Sym.Parts(pop(stack, make.parts().size())));
      case AggregateOp.GetPart get ->
          stack.add(
              switch (pop(stack)) {
                case Sym.Parts parts -> parts.parts().get(get.index());
                case Sym.Fixed fixed -> lists.element(fixed, get.index());
                case Sym other -> throw new AssertionError(other);
              });
      case AggregateOp.LiftVariant lift -> {
        List<Sym> captured = pop(stack, lift.captured().size());
        load(pop(stack));
        ScalarEmitter.checkCase(body, lift.cases().size(), lift.type().kind());
        stack.add(new Sym.Variant(lift, store(INT).local(), captured));
      }
      case AggregateOp.LowerVariant lower -> lowerVariant(lower, stack);
    }
  }

  /** A switch over the cases, in each of which the payload is lifted and lowered. */
  private void lowerVariant(AggregateOp.LowerVariant lower, List<Sym> stack) {
    List<Sym> captured = pop(stack, lower.captured().size());
    Sym.Variant variant = (Sym.Variant) pop(stack);
    Type[] results =
        lower.pushes().stream()
            .map(s -> Forms.core(((dev.mortise.runtime.abi.recipe.Slot.Core) s).type()))
            .toArray(Type[]::new);
    int[] locals = new int[results.length];
    for (int i = 0; i < results.length; i++) {
      locals[i] = body.local(results[i]);
    }
    int count = lower.cases().size();
    Label[] labels = new Label[count];
    for (int i = 0; i < count; i++) {
      labels[i] = new Label();
    }
    Label end = new Label();
    body.load(INT, variant.discriminant());
    body.code().visitTableSwitchInsn(0, count - 1, labels[count - 1], labels);
    for (int i = 0; i < count; i++) {
      body.code().visitLabel(labels[i]);
      AbiProgram lifting = variant.branch(i);
      AbiProgram lowering = lower.cases().get(i);
      List<Sym> outputs = new ArrayList<>();
      body.line(
          Signatures.caseOf(lower.type(), i),
          () -> {
            List<Sym> inputs = new ArrayList<>(lift(lifting, variant.captured()));
            inputs.addAll(captured);
            outputs.addAll(lower(lowering, inputs));
          });
      for (int j = 0; j < results.length; j++) {
        load(outputs.get(j));
        body.code().visitVarInsn(results[j].getOpcode(Opcodes.ISTORE), locals[j]);
      }
      body.code().visitJumpInsn(Opcodes.GOTO, end);
    }
    body.code().visitLabel(end);
    for (int j = 0; j < results.length; j++) {
      stack.add(new Sym.Core(results[j], locals[j]));
    }
  }

  /** Loads a number from the source's memory. */
  Sym.Core loadNumber(PrimType type, int address, int offset) {
    MemoryAccess access =
        switch (type) {
          case S8, U8 -> MemoryAccess.I8;
          case S16, U16 -> MemoryAccess.I16;
          case S32, U32 -> MemoryAccess.I32;
          case S64, U64 -> MemoryAccess.I64;
          case F32 -> MemoryAccess.F32;
          case F64 -> MemoryAccess.F64;
          case BOOL, CHAR, STRING, ERROR_CONTEXT -> throw new AssertionError(type);
        };
    body.locate(source.context(), source.memory());
    body.load(INT, address);
    new CoreEmitter(body)
        .run(
            new CoreOp.LoadScalar(
                access, dev.mortise.runtime.abi.layout.AddressWidth.BITS_32, offset));
    ScalarEmitter.lift(body, type);
    return store(Forms.core(access.type()));
  }

  /** Stores a number to the target's memory. */
  void storeNumber(PrimType type, Sym value, int address, int offset) {
    Num core = LeafOp.coreType(type);
    MemoryAccess access =
        switch (type) {
          case S8, U8 -> MemoryAccess.I8;
          case S16, U16 -> MemoryAccess.I16;
          default ->
              switch (core) {
                case I32 -> MemoryAccess.I32;
                case I64 -> MemoryAccess.I64;
                case F32 -> MemoryAccess.F32;
                case F64 -> MemoryAccess.F64;
                case V128 -> throw new AssertionError(type);
              };
        };
    body.locate(target.context(), target.memory());
    body.load(INT, address);
    load(value);
    new CoreEmitter(body)
        .run(
            new CoreOp.StoreScalar(
                access, dev.mortise.runtime.abi.layout.AddressWidth.BITS_32, offset));
  }
}
