package dev.mortise.classgen.call;

import dev.mortise.classgen.mapping.ClassName;
import dev.mortise.classgen.mapping.JavaModel.MethodDecl;
import dev.mortise.classgen.view.ViewMethod;
import dev.mortise.loader.compile.TypedSignature;
import dev.mortise.runtime.abi.FuncAbi;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Writes the class of a lowered function of the host: a typed core function that calls a method of
 * a Java object (CanonicalABI.md, "canon lower").
 */
final class LowerEmitter {
  private static final String CONSTRUCTOR =
      "(" + Names.CONTEXT_DESCRIPTOR + Names.OBJECT_DESCRIPTOR + ")V";

  private static final Type VIEW = Type.getObjectType(Names.BYTE_VIEW);

  private final String self;
  private final SharedPrograms shared;
  private final MethodDecl method;
  private final @Nullable ViewMethod view;
  private final FuncAbi abi;
  private final TypedSignature signature;
  private final String target;
  private final List<Integer> views;
  private final int[] viewLocals;
  private final Listing listing;
  private final ClassWriter writer;

  /**
   * An emitter.
   *
   * @param view the method with views that is called, or null for the declared one
   * @param target the interface whose method it is; of a resource's method, the resource's
   */
  LowerEmitter(
      String self,
      SharedPrograms shared,
      MethodDecl method,
      @Nullable ViewMethod view,
      FuncAbi abi,
      TypedSignature signature,
      ClassName target) {
    this.self = self;
    this.shared = shared;
    this.method = method;
    this.view = view;
    this.abi = abi;
    this.signature = signature;
    this.target = target.internalName();
    views = views(view);
    viewLocals = new int[views.size()];
    listing = new Listing(method.wit(), "lower");
    writer = ClassFiles.writer(self, signature.internalName());
  }

  /** What the code does. */
  GeneratedUnit.Source source() {
    return listing.source();
  }

  byte[] emit() {
    listing.describe(writer);
    ClassFiles.field(writer, "context", Names.CONTEXT_DESCRIPTOR);
    ClassFiles.field(writer, "memory", Names.MEMORY_DESCRIPTOR);
    ClassFiles.field(writer, "target", "L" + target + ";");
    constructor();
    call();
    writer.visitEnd();
    return writer.toByteArray();
  }

  private boolean isMethod() {
    return method.wit().startsWith("[method]");
  }

  private void constructor() {
    MethodVisitor code = writer.visitMethod(Opcodes.ACC_PUBLIC, "<init>", CONSTRUCTOR, null, null);
    code.visitCode();
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitMethodInsn(Opcodes.INVOKESPECIAL, signature.internalName(), "<init>", "()V", false);
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitVarInsn(Opcodes.ALOAD, 1);
    code.visitFieldInsn(Opcodes.PUTFIELD, self, "context", Names.CONTEXT_DESCRIPTOR);
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitVarInsn(Opcodes.ALOAD, 1);
    code.visitMethodInsn(
        Opcodes.INVOKEVIRTUAL,
        Names.CONTEXT,
        "memoryOrNull",
        "()" + Names.MEMORY_DESCRIPTOR,
        false);
    code.visitFieldInsn(Opcodes.PUTFIELD, self, "memory", Names.MEMORY_DESCRIPTOR);
    if (!isMethod()) {
      code.visitVarInsn(Opcodes.ALOAD, 0);
      code.visitVarInsn(Opcodes.ALOAD, 2);
      code.visitTypeInsn(Opcodes.CHECKCAST, target);
      code.visitFieldInsn(Opcodes.PUTFIELD, self, "target", "L" + target + ";");
    }
    code.visitInsn(Opcodes.RETURN);
    ClassFiles.end(code);
  }

  private void call() {
    MethodVisitor code =
        writer.visitMethod(Opcodes.ACC_PUBLIC, "call", signature.descriptor(), null, null);
    code.visitCode();
    Type[] params = Type.getArgumentTypes(signature.descriptor());
    int[] locals = new int[params.length];
    int local = 1;
    for (int i = 0; i < params.length; i++) {
      locals[i] = local;
      local += params[i].getSize();
    }
    Body body = new Body(code, local + 2, listing);
    body.line(
        "lower "
            + Signatures.of(method.wit(), method.type())
            + (view == null ? "" : " as " + view));
    listing.indent();
    body.locate(local, local + 1);
    fetch(code, "context", Names.CONTEXT_DESCRIPTOR, local);
    fetch(code, "memory", Names.MEMORY_DESCRIPTOR, local + 1);
    body.line("check that the instance may leave");
    body.context();
    body.invokeVirtual(Names.CONTEXT, "checkMayLeave", "()V");
    write(body, locals);
    ClassFiles.end(code);
  }

  private void fetch(MethodVisitor code, String name, String descriptor, int local) {
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitFieldInsn(Opcodes.GETFIELD, self, name, descriptor);
    code.visitVarInsn(Opcodes.ASTORE, local);
  }

  private void write(Body body, int[] core) {
    MethodVisitor code = body.code();
    boolean lends = Borrows.areIn(method.type().paramTypes());
    int mark = -1;
    if (lends) {
      body.context();
      body.invokeVirtual(Names.CONTEXT, "lent", "()I");
      mark = body.store(Type.INT_TYPE);
    }
    ProgramEmitter programs = new ProgramEmitter(shared, body);
    viewLocals(body);
    Label begin = body.mark();
    int lifted = abi.liftParamsProgram().inputs().size();
    body.line(
        "lift parameters",
        () ->
            programs.run(
                abi.liftParamsProgram(),
                Arrays.copyOf(core, lifted),
                List.of(),
                ViewOps.ofOutputs(abi.liftParamsProgram(), views)));
    Type[] types =
        view != null
            ? view.params()
            : method.type().paramTypes().stream().map(shared.forms()::type).toArray(Type[]::new);
    int[] arguments = body.storeAll(types);
    keepViews(body, arguments);
    int[] result = invoke(body, types, arguments);
    Label lowering = body.mark();
    body.line(
        "lower result",
        () ->
            programs.run(
                abi.lowerResultProgram(),
                abi.resultGoesToMemory() ? new int[] {result[0], core[core.length - 1]} : result,
                List.of("result of " + method.wit()),
                returnsView() ? ViewOps.ofResult(abi.lowerResultProgram()) : ViewOps.NONE));
    Label end = body.mark();
    body.line("return");
    settle(body, mark);
    code.visitInsn(Type.getReturnType(signature.descriptor()).getOpcode(Opcodes.IRETURN));
    if (lowering.getOffset() != end.getOffset()) {
      // A null, or an object of another class, somewhere in what the host returned.
      for (String refused :
          List.of("java/lang/NullPointerException", "java/lang/ClassCastException")) {
        Label handler = body.mark();
        body.line("on " + refused.replace('/', '.') + ": trap");
        code.visitTryCatchBlock(lowering, end, handler, refused);
        int thrown = body.store(Forms.OBJECT);
        settle(body, mark);
        hostFailure(body, thrown);
      }
    }
    if (lends || !views.isEmpty()) {
      Label handler = body.mark();
      body.line("on failure: give back what was lent");
      code.visitTryCatchBlock(begin, end, handler, Names.THROWABLE);
      int thrown = body.store(Forms.OBJECT);
      settle(body, mark);
      body.load(Forms.OBJECT, thrown);
      body.checkCast(Names.THROWABLE);
      code.visitInsn(Opcodes.ATHROW);
    }
  }

  /** The parameters that are views. */
  private static List<Integer> views(@Nullable ViewMethod view) {
    List<Integer> views = new ArrayList<>();
    for (int i = 0; view != null && i < view.params().length; i++) {
      if (view.isView(i)) {
        views.add(i);
      }
    }
    return views;
  }

  /** Whether the host returns a buffer or a view. */
  private boolean returnsView() {
    return view != null && !view.returned().getDescriptor().equals(method.result().descriptor());
  }

  /** Variables for the views, set whatever fails before there are any. */
  private void viewLocals(Body body) {
    for (int i = 0; i < views.size(); i++) {
      body.code().visitInsn(Opcodes.ACONST_NULL);
      viewLocals[i] = body.store(VIEW);
    }
  }

  private void keepViews(Body body, int[] arguments) {
    for (int i = 0; i < views.size(); i++) {
      body.load(VIEW, arguments[views.get(i)]);
      body.code().visitVarInsn(Opcodes.ASTORE, viewLocals[i]);
    }
  }

  /** Takes back what was lent: handles, and views of memory. */
  private void settle(Body body, int mark) {
    giveBack(body, mark);
    for (int local : viewLocals) {
      body.load(VIEW, local);
      body.invokeStatic(Names.VIEWS, "end", "(" + Names.BYTE_VIEW_DESCRIPTOR + ")V");
    }
  }

  private static void giveBack(Body body, int mark) {
    if (mark >= 0) {
      body.context();
      body.load(Type.INT_TYPE, mark);
      body.invokeVirtual(Names.CONTEXT, "giveBack", "(I)V");
    }
  }

  /** Calls the host; gives the local variable of what it returned, or none. */
  private int[] invoke(Body body, Type[] types, int[] arguments) {
    MethodVisitor code = body.code();
    Type declared = view != null ? view.returned() : Type.getType(method.result().descriptor());
    boolean returns = !method.type().resultTypes().isEmpty();
    Type value =
        !returns
            ? null
            : returnsView() ? declared : shared.forms().type(method.type().resultTypes().get(0));
    int result = value == null ? -1 : body.local(value);
    ResultWriter results = new ResultWriter(body, shared.forms(), method);
    body.line("call " + target.replace('/', '.').replace('$', '.') + "." + method.name());
    Label begin = body.mark();
    int first = 0;
    if (isMethod()) {
      body.load(types[0], arguments[0]);
      first = 1;
    } else {
      code.visitVarInsn(Opcodes.ALOAD, 0);
      code.visitFieldInsn(Opcodes.GETFIELD, self, "target", "L" + target + ";");
    }
    Type[] rest = Arrays.copyOfRange(types, first, types.length);
    body.loadAll(rest, Arrays.copyOfRange(arguments, first, types.length));
    body.invokeInterface(target, method.name(), Type.getMethodDescriptor(declared, rest));
    Label end = body.mark();
    results.returned();
    Label after = new Label();
    store(code, value, result);
    code.visitJumpInsn(Opcodes.GOTO, after);
    ClassName thrown = method.thrown();
    if (thrown != null) {
      Label handler = body.mark();
      body.line("on " + thrown.simpleName() + ": the error of the result");
      code.visitTryCatchBlock(begin, end, handler, thrown.internalName());
      results.thrown(thrown);
      store(code, value, result);
      code.visitJumpInsn(Opcodes.GOTO, after);
    }
    Label handler = body.mark();
    body.line("on another exception: trap");
    code.visitTryCatchBlock(begin, end, handler, Names.THROWABLE);
    hostFailure(body, body.store(Forms.OBJECT));
    code.visitLabel(after);
    return value == null ? new int[0] : new int[] {result};
  }

  private static void store(MethodVisitor code, @Nullable Type value, int local) {
    if (value != null) {
      code.visitVarInsn(value.getOpcode(Opcodes.ISTORE), local);
    }
  }

  private void hostFailure(Body body, int thrown) {
    body.code().visitLdcInsn(method.wit());
    body.load(Forms.OBJECT, thrown);
    body.checkCast(Names.THROWABLE);
    body.invokeStatic(
        Names.HOST_FAILURES,
        "trap",
        "(" + Names.STRING_DESCRIPTOR + "Ljava/lang/Throwable;)Ljava/lang/RuntimeException;");
    body.code().visitInsn(Opcodes.ATHROW);
  }
}
