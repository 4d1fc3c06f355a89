package dev.mortise.classgen.call;

import dev.mortise.classgen.mapping.JavaModel.MethodDecl;
import dev.mortise.classgen.view.ViewMethod;
import dev.mortise.runtime.abi.FuncAbi;
import dev.mortise.runtime.core.CoreFuncType;
import dev.mortise.runtime.engine.CompiledFunction;
import dev.mortise.runtime.plan.CoreItem;
import dev.mortise.runtime.type.HandleType;
import dev.mortise.runtime.type.ValType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Writes the class of a lifted function: one object for each instance, whose method {@code call}
 * takes and returns Java's own types (CanonicalABI.md, "canon lift").
 */
final class LiftEmitter {
  private static final Type TASK = Type.getObjectType(Names.TASK);
  private static final Type INT = Type.INT_TYPE;

  private final String self;
  private final SharedPrograms shared;
  private final MethodDecl method;
  private final List<ViewMethod> views;
  private final FuncAbi abi;
  private final Listing listing;
  private final CoreCall callee;
  private final @Nullable CoreCall postReturn;
  private final ClassWriter writer;

  /**
   * An emitter.
   *
   * @param views the methods with views that are this function too: {@code call} is overloaded
   */
  LiftEmitter(
      String self,
      SharedPrograms shared,
      MethodDecl method,
      List<ViewMethod> views,
      FuncAbi abi,
      CoreItem core,
      @Nullable CompiledFunction callee,
      boolean hasPostReturn,
      @Nullable CompiledFunction postReturn) {
    this.self = self;
    this.shared = shared;
    this.method = method;
    this.views = views;
    this.abi = abi;
    listing = new Listing(method.wit(), "lift");
    this.callee = new CoreCall(self, "callee", "call " + core, callee, abi.liftSignature());
    this.postReturn =
        hasPostReturn
            ? new CoreCall(
                self,
                "postReturn",
                "post-return",
                postReturn,
                new CoreFuncType(abi.liftSignature().results(), List.of()))
            : null;
    writer = ClassFiles.writer(self, Names.OBJECT);
  }

  /** The descriptor of {@code call}: the parameters of the WIT function, a method's self first. */
  static String descriptor(MethodDecl method, Forms forms) {
    Type[] params = method.type().paramTypes().stream().map(forms::type).toArray(Type[]::new);
    return Type.getMethodDescriptor(Type.getType(method.result().descriptor()), params);
  }

  /** What the code does. */
  GeneratedUnit.Source source() {
    return listing.source();
  }

  byte[] emit() {
    listing.describe(writer);
    ClassFiles.field(writer, "context", Names.CONTEXT_DESCRIPTOR);
    ClassFiles.field(writer, "memory", Names.MEMORY_DESCRIPTOR);
    callee.declare(writer);
    if (postReturn != null) {
      postReturn.declare(writer);
    }
    constructor();
    call(null);
    views.forEach(this::call);
    writer.visitEnd();
    return writer.toByteArray();
  }

  private void constructor() {
    MethodVisitor code =
        writer.visitMethod(Opcodes.ACC_PUBLIC, "<init>", "(L" + Names.LIFTED + ";)V", null, null);
    code.visitCode();
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitMethodInsn(Opcodes.INVOKESPECIAL, Names.OBJECT, "<init>", "()V", false);
    part(code, "context", Names.CONTEXT_DESCRIPTOR);
    code.visitVarInsn(Opcodes.ASTORE, 2);
    put(code, "context", Names.CONTEXT_DESCRIPTOR, 2);
    code.visitVarInsn(Opcodes.ALOAD, 2);
    code.visitMethodInsn(
        Opcodes.INVOKEVIRTUAL,
        Names.CONTEXT,
        "memoryOrNull",
        "()" + Names.MEMORY_DESCRIPTOR,
        false);
    code.visitVarInsn(Opcodes.ASTORE, 2);
    put(code, "memory", Names.MEMORY_DESCRIPTOR, 2);
    part(code, "callee", Names.FUNCTION_DESCRIPTOR);
    code.visitVarInsn(Opcodes.ASTORE, 2);
    callee.initialize(code, 2);
    if (postReturn != null) {
      part(code, "postReturn", Names.FUNCTION_DESCRIPTOR);
      code.visitVarInsn(Opcodes.ASTORE, 2);
      postReturn.initialize(code, 2);
    }
    code.visitInsn(Opcodes.RETURN);
    ClassFiles.end(code);
  }

  private static void part(MethodVisitor code, String name, String descriptor) {
    code.visitVarInsn(Opcodes.ALOAD, 1);
    code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, Names.LIFTED, name, "()" + descriptor, false);
  }

  private void put(MethodVisitor code, String name, String descriptor, int local) {
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitVarInsn(Opcodes.ALOAD, local);
    code.visitFieldInsn(Opcodes.PUTFIELD, self, name, descriptor);
  }

  private void call(@Nullable ViewMethod view) {
    String descriptor = view == null ? descriptor(method, shared.forms()) : view.descriptor();
    MethodVisitor code = writer.visitMethod(Opcodes.ACC_PUBLIC, "call", descriptor, null, null);
    code.visitCode();
    Type[] params = Type.getArgumentTypes(descriptor);
    int[] inputs = new int[params.length];
    int local = 1;
    for (int i = 0; i < params.length; i++) {
      inputs[i] = local;
      local += params[i].getSize();
    }
    Body body = new Body(code, local + 2, listing);
    if (view != null) {
      listing.outdent();
    }
    body.line(
        "lift " + Signatures.of(method.wit(), method.type()) + (view == null ? "" : " as " + view));
    body.locate(local, local + 1);
    fetch(code, "context", Names.CONTEXT_DESCRIPTOR, local);
    fetch(code, "memory", Names.MEMORY_DESCRIPTOR, local + 1);
    listing.indent();
    checkHandles(body, inputs);
    new CallWriter(body, inputs, view).write();
    ClassFiles.end(code);
  }

  private void fetch(MethodVisitor code, String name, String descriptor, int local) {
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitFieldInsn(Opcodes.GETFIELD, self, name, descriptor);
    code.visitVarInsn(Opcodes.ASTORE, local);
  }

  /** Where handles are passed on: a mistake must neither end one nor poison the instance. */
  private void checkHandles(Body body, int[] inputs) {
    List<ValType> types = method.type().paramTypes();
    List<Integer> handles = new ArrayList<>();
    boolean anyOwn = false;
    for (int i = 0; i < types.size(); i++) {
      if (types.get(i).structure() instanceof HandleType handle) {
        handles.add(i);
        anyOwn |= handle instanceof HandleType.Own;
      }
    }
    if (!anyOwn) {
      return;
    }
    body.line("check that no handle is passed twice, or ended");
    MethodVisitor code = body.code();
    body.push(handles.size());
    code.visitTypeInsn(Opcodes.ANEWARRAY, Names.OBJECT);
    for (int i = 0; i < handles.size(); i++) {
      code.visitInsn(Opcodes.DUP);
      body.push(i);
      body.load(Forms.OBJECT, inputs[handles.get(i)]);
      code.visitInsn(Opcodes.AASTORE);
    }
    body.push(handles.size());
    code.visitIntInsn(Opcodes.NEWARRAY, Opcodes.T_BOOLEAN);
    for (int i = 0; i < handles.size(); i++) {
      code.visitInsn(Opcodes.DUP);
      body.push(i);
      body.push(types.get(handles.get(i)).structure() instanceof HandleType.Own ? 1 : 0);
      code.visitInsn(Opcodes.BASTORE);
    }
    body.invokeStatic(Names.CONTEXT, "checkHandles", "([" + Names.OBJECT_DESCRIPTOR + "[Z)V");
  }

  /** The call itself, with what must happen whichever way it ends. */
  private final class CallWriter {
    private final Body body;
    private final MethodVisitor code;
    private final int[] inputs;
    private final @Nullable ViewMethod view;
    private final boolean lends = Borrows.areIn(method.type().paramTypes());
    private int mark = -1;

    CallWriter(Body body, int[] inputs, @Nullable ViewMethod view) {
      this.body = body;
      this.inputs = inputs;
      this.view = view;
      code = body.code();
    }

    void write() {
      if (view != null && view.lends()) {
        body.line("check that there is who uses the result");
        body.load(Forms.OBJECT, inputs[inputs.length - 1]);
        body.invokeStatic(
            "java/util/Objects",
            "requireNonNull",
            "(" + Names.OBJECT_DESCRIPTOR + ")" + Names.OBJECT_DESCRIPTOR);
        code.visitInsn(Opcodes.POP);
      }
      body.line("enter");
      if (lends) {
        body.context();
        body.invokeVirtual(Names.CONTEXT, "lent", "()I");
        mark = body.store(INT);
      }
      body.context();
      body.invokeVirtual(Names.CONTEXT, "enter", "()" + Names.TASK_DESCRIPTOR);
      int task = body.store(TASK);
      ProgramEmitter programs = new ProgramEmitter(shared, body);
      Label lowering = body.mark();
      programs.run(
          abi.lowerParamsProgram(),
          inputs,
          names(),
          view == null ? ViewOps.NONE : ViewOps.ofParams(abi.lowerParamsProgram(), view));
      Label calling = body.mark();
      callee.call(body);
      int[] results = body.storeAll(callee.results());
      body.line("lift result", () -> liftResult(programs, results));
      boolean hasResult = !method.type().resultTypes().isEmpty();
      Type lifted = hasResult ? shared.forms().type(method.type().resultTypes().get(0)) : null;
      int result = lifted == null ? -1 : body.store(lifted);
      if (lends) {
        body.line("check that borrows were dropped");
        body.load(TASK, task);
        body.invokeVirtual(Names.TASK, "checkBorrows", "()V");
      }
      postReturn(results);
      Label called = body.mark();
      body.line("exit");
      giveBack();
      body.context();
      body.load(TASK, task);
      body.invokeVirtual(Names.CONTEXT, "exit", "(" + Names.TASK_DESCRIPTOR + ")V");
      body.line("return");
      if (view != null && view.lends()) {
        returnOutcome(view, result);
      } else {
        new ResultWriter(body, shared.forms(), method).returnLifted(lifted, result);
      }
      handler(lowering, calling, task, "abandon");
      handler(calling, called, task, "fail");
    }

    /** Puts the result on the stack, or, where it is lent, what came of that. */
    private void liftResult(ProgramEmitter programs, int[] results) {
      if (view == null || !view.lends()) {
        programs.run(abi.liftResultProgram(), results, List.of());
        return;
      }
      ViewOps views = ViewOps.ofOutputs(abi.liftResultProgram(), List.of(0));
      programs.run(abi.liftResultProgram(), results, List.of(), views);
      body.line("lend it");
      Lending.lend(body, view, inputs[inputs.length - 1]);
    }

    private void returnOutcome(ViewMethod lending, int outcome) {
      body.load(Forms.OBJECT, outcome);
      Lending.outcome(body, lending);
      code.visitInsn(lending.returned().getOpcode(Opcodes.IRETURN));
    }

    private List<String> names() {
      return method.type().params().stream()
          .map(p -> "parameter `" + p.label() + "` of " + method.wit())
          .toList();
    }

    private void postReturn(int[] results) {
      if (postReturn == null) {
        return;
      }
      body.context();
      body.invokeVirtual(Names.CONTEXT, "forbidLeaving", "()Z");
      int before = body.store(Type.BOOLEAN_TYPE);
      body.loadAll(callee.results(), results);
      postReturn.call(body);
      body.context();
      body.load(Type.BOOLEAN_TYPE, before);
      body.invokeVirtual(Names.CONTEXT, "allowLeaving", "(Z)V");
    }

    private void giveBack() {
      if (lends) {
        body.context();
        body.load(INT, mark);
        body.invokeVirtual(Names.CONTEXT, "giveBack", "(I)V");
      }
    }

    private void handler(Label from, Label to, int task, String ending) {
      if (from.getOffset() == to.getOffset()) {
        return;
      }
      Label handler = body.mark();
      body.line("on failure: " + ending);
      code.visitTryCatchBlock(from, to, handler, Names.THROWABLE);
      int thrown = body.store(Forms.OBJECT);
      giveBack();
      body.context();
      body.load(TASK, task);
      body.load(Forms.OBJECT, thrown);
      body.invokeVirtual(
          Names.CONTEXT,
          ending,
          "(" + Names.TASK_DESCRIPTOR + "Ljava/lang/Throwable;)Ljava/lang/RuntimeException;");
      code.visitInsn(Opcodes.ATHROW);
    }
  }
}
