package dev.mortise.classgen.call;

import dev.mortise.runtime.abi.recipe.AbiProgram;
import dev.mortise.runtime.abi.recipe.ListOp;
import dev.mortise.runtime.abi.recipe.OpPrinter;
import dev.mortise.runtime.abi.recipe.Slot;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * The class with the recipes that several functions use, each a static method: those of types with
 * parts, and the loops over elements. Recipes share what they call, so that the methods are as many
 * as the types.
 */
final class SharedPrograms {
  private final String name;
  private final Forms forms;
  private final ResourceForms resources;
  private final Listing listing = new Listing("shared", "programs");
  private final ClassWriter writer;
  private final Map<AbiProgram, String> programs = new IdentityHashMap<>();
  private final Map<AbiProgram, Map<Loop, String>> loops = new IdentityHashMap<>();
  private final Deque<Consumer<SharedPrograms>> pending = new ArrayDeque<>();
  private int next;

  /**
   * What tells apart the loops over one element program: lists of different lengths share it.
   *
   * @param length of a list of fixed length that is loaded, else -1
   */
  private record Loop(Class<? extends ListOp> op, int length) {
    static Loop of(ListOp op) {
      return new Loop(
          op.getClass(),
          op instanceof ListOp.LoadFixedList load ? ListEmitter.length(load.type()) : -1);
    }
  }

  SharedPrograms(String name, Forms forms, ResourceForms resources) {
    this.name = name;
    this.forms = forms;
    this.resources = resources;
    writer = ClassFiles.writer(name, Names.OBJECT);
    listing.describe(writer);
  }

  /** What the code does. */
  GeneratedUnit.Source source() {
    return listing.source();
  }

  Forms forms() {
    return forms;
  }

  ResourceForms resources() {
    return resources;
  }

  /** Calls a program on the operands on the stack. */
  void call(Body body, AbiProgram program) {
    body.context();
    body.memory();
    body.invokeStatic(name, method(program), descriptor(program.inputs(), result(program)));
  }

  /** The method of a program, which is written if none has asked for it yet. */
  String method(AbiProgram program) {
    String method = programs.get(program);
    if (method == null) {
      method = "p" + next++ + "_" + program.name().replaceAll("[^a-z0-9]+", "_");
      programs.put(program, method);
      String declared = method;
      pending.add(shared -> shared.emit(declared, program));
    }
    return method;
  }

  /** Runs a loop over elements on the operands on the stack. */
  void loop(Body body, ListOp op) {
    body.context();
    body.memory();
    body.invokeStatic(name, loopMethod(op), loopDescriptor(op));
  }

  /** The method of a loop, which is written if none has asked for it yet. */
  String loopMethod(ListOp op) {
    AbiProgram element = element(op);
    Map<Loop, String> known = loops.computeIfAbsent(element, e -> new HashMap<>());
    String method = known.get(Loop.of(op));
    if (method == null) {
      method = "l" + next++ + "_" + element.name().replaceAll("[^a-z0-9]+", "_") + "_list";
      known.put(Loop.of(op), method);
      String declared = method;
      pending.add(shared -> shared.emit(declared, op));
    }
    return method;
  }

  /** Whether there is anything to do for each element. */
  static boolean isLoop(ListOp op) {
    return switch (op) {
      case ListOp.LoadNumbers numbers -> false;
      case ListOp.StoreNumbers numbers -> false;
      case ListOp.LoadFixedNumbers numbers -> false;
      case ListOp.StoreFixedNumbers numbers -> false;
      case ListOp other -> true;
    };
  }

  private static AbiProgram element(ListOp op) {
    return switch (op) {
      case ListOp.LoadList load -> load.element();
      case ListOp.StoreList store -> store.element();
      case ListOp.LoadFixedList load -> load.element();
      case ListOp.StoreFixedList store -> store.element();
      case ListOp.LoadMap load -> load.entry();
      case ListOp.StoreMap store -> store.entry();
      case ListOp.LoadNumbers numbers -> throw new AssertionError(numbers);
      case ListOp.StoreNumbers numbers -> throw new AssertionError(numbers);
      case ListOp.LoadFixedNumbers numbers -> throw new AssertionError(numbers);
      case ListOp.StoreFixedNumbers numbers -> throw new AssertionError(numbers);
    };
  }

  /** Lowering to fresh memory gives a range as one long. */
  private String loopDescriptor(ListOp op) {
    Type result =
        switch (op) {
          case ListOp.StoreList store -> Type.LONG_TYPE;
          case ListOp.StoreMap store -> Type.LONG_TYPE;
          default -> op.pushes().isEmpty() ? Type.VOID_TYPE : forms.type(op.pushes().get(0));
        };
    return descriptor(op.pops(), result);
  }

  private Type result(AbiProgram program) {
    return program.outputs().isEmpty() ? Type.VOID_TYPE : forms.type(program.outputs().get(0));
  }

  private String descriptor(List<Slot> inputs, Type result) {
    List<Type> all = new ArrayList<>(List.of(forms.types(inputs)));
    all.add(Type.getObjectType(Names.CONTEXT));
    all.add(Type.getObjectType(Names.MEMORY));
    return Type.getMethodDescriptor(result, all.toArray(Type[]::new));
  }

  private void emit(String method, AbiProgram program) {
    Type result = result(program);
    MethodVisitor code = method(method, descriptor(program.inputs(), result));
    int[] inputs = new int[program.inputs().size()];
    Body body = body(code, forms.types(program.inputs()), inputs);
    body.line(
        method + ": " + program,
        () -> new ProgramEmitter(this, body).run(program, inputs, List.of()));
    code.visitInsn(result.getOpcode(Opcodes.IRETURN));
    ClassFiles.end(code);
  }

  private void emit(String method, ListOp op) {
    MethodVisitor code = method(method, loopDescriptor(op));
    Body body = body(code, forms.types(op.pops()), new int[op.pops().size()]);
    body.line(
        method + ": " + OpPrinter.print(op, AbiProgram::name),
        () -> new LoopEmitter(this, body).emit(op));
    ClassFiles.end(code);
  }

  private MethodVisitor method(String method, String descriptor) {
    MethodVisitor code =
        writer.visitMethod(Opcodes.ACC_STATIC | Opcodes.ACC_PUBLIC, method, descriptor, null, null);
    code.visitCode();
    return code;
  }

  private Body body(MethodVisitor code, Type[] types, int[] inputs) {
    int local = 0;
    for (int i = 0; i < types.length; i++) {
      inputs[i] = local;
      local += types[i].getSize();
    }
    Body body = new Body(code, local + 2, listing);
    body.locate(local, local + 1);
    return body;
  }

  /** Writes what functions have asked for until now. */
  void emitPending() {
    while (!pending.isEmpty()) {
      pending.remove().accept(this);
    }
  }

  /** The class file. */
  byte[] finish() {
    emitPending();
    writer.visitEnd();
    return writer.toByteArray();
  }
}
