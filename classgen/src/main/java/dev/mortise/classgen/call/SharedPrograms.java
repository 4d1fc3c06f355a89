package dev.mortise.classgen.call;

import dev.mortise.loader.abi.recipe.AbiProgram;
import dev.mortise.loader.abi.recipe.ListOp;
import dev.mortise.loader.abi.recipe.Slot;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
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
  private final ClassWriter writer;
  private final Map<AbiProgram, String> programs = new IdentityHashMap<>();
  private final Map<AbiProgram, String> loops = new IdentityHashMap<>();
  private final Deque<Consumer<SharedPrograms>> pending = new ArrayDeque<>();
  private int next;

  SharedPrograms(String name, Forms forms, ResourceForms resources) {
    this.name = name;
    this.forms = forms;
    this.resources = resources;
    writer = ClassFiles.writer(name, Names.OBJECT);
  }

  Forms forms() {
    return forms;
  }

  ResourceForms resources() {
    return resources;
  }

  /** Calls a program on the operands on the stack. */
  void call(Body body, AbiProgram program) {
    String method = programs.get(program);
    if (method == null) {
      method = "p" + next++ + "_" + program.name().replaceAll("[^a-z0-9]+", "_");
      programs.put(program, method);
      String declared = method;
      pending.add(shared -> shared.emit(declared, program));
    }
    body.context();
    body.memory();
    body.invokeStatic(name, method, descriptor(program.inputs(), result(program)));
  }

  /** Runs a loop over elements on the operands on the stack. */
  void loop(Body body, ListOp op) {
    AbiProgram element = element(op);
    String method = loops.get(element);
    if (method == null) {
      method = "l" + next++ + "_" + element.name().replaceAll("[^a-z0-9]+", "_") + "_list";
      loops.put(element, method);
      String declared = method;
      pending.add(shared -> shared.emit(declared, op));
    }
    body.context();
    body.memory();
    body.invokeStatic(name, method, loopDescriptor(op));
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
    new ProgramEmitter(this, body).run(program, inputs, List.of());
    code.visitInsn(result.getOpcode(Opcodes.IRETURN));
    ClassFiles.end(code);
  }

  private void emit(String method, ListOp op) {
    MethodVisitor code = method(method, loopDescriptor(op));
    Body body = body(code, forms.types(op.pops()), new int[op.pops().size()]);
    new LoopEmitter(this, body).emit(op);
    ClassFiles.end(code);
  }

  private MethodVisitor method(String method, String descriptor) {
    MethodVisitor code =
        writer.visitMethod(Opcodes.ACC_STATIC | Opcodes.ACC_PUBLIC, method, descriptor, null, null);
    code.visitCode();
    return code;
  }

  private static Body body(MethodVisitor code, Type[] types, int[] inputs) {
    int local = 0;
    for (int i = 0; i < types.length; i++) {
      inputs[i] = local;
      local += types[i].getSize();
    }
    Body body = new Body(code, local + 2);
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
