package dev.mortise.classgen.call;

import dev.mortise.loader.compile.TypedSignature;
import dev.mortise.runtime.abi.FuncAbi;
import dev.mortise.runtime.core.CoreFuncType;
import dev.mortise.runtime.plan.CoreItem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Writes the class of a lowered function that another component lifts: a typed core function that
 * carries the arguments from memory to memory, calls the other's core function, and carries the
 * result back, without a Java object between (CanonicalABI.md, "canon lower" of a "canon lift").
 */
final class FuseEmitter {
  private static final Type TASK = Type.getObjectType(Names.TASK);
  private static final Type INT = Type.INT_TYPE;
  private static final String CONSTRUCTOR =
      "(" + Names.CONTEXT_DESCRIPTOR + "L" + Names.LIFTED + ";)V";

  private final String self;
  private final FuncAbi caller;
  private final FuncAbi callee;
  private final FusedResources callerResources;
  private final FusedResources calleeResources;
  private final boolean crossing;
  private final TypedSignature signature;
  private final String name;
  private final Listing listing;
  private final CoreCall core;
  private final @Nullable CoreCall postReturn;
  private final ClassWriter writer;

  /**
   * A call.
   *
   * @param crossing whether the callee was instantiated by itself, so that its handles come as Java
   *     objects
   */
  FuseEmitter(
      String self,
      FuncAbi caller,
      FusedResources callerResources,
      FuncAbi callee,
      LinkedFunction function,
      boolean crossing,
      TypedSignature signature) {
    this.self = self;
    this.caller = caller;
    this.callee = callee;
    this.callerResources = callerResources;
    calleeResources = function.resources().known();
    this.crossing = crossing;
    this.signature = signature;
    CoreItem item = function.callee();
    name = item instanceof CoreItem.Export export ? export.name() : "function";
    listing = new Listing(name, "fuse");
    core = new CoreCall(self, "callee", "call " + item, function.target(), callee.liftSignature());
    this.postReturn =
        function.hasPostReturn()
            ? new CoreCall(
                self,
                "postReturn",
                "post-return",
                function.postReturn(),
                new CoreFuncType(callee.liftSignature().results(), List.of()))
            : null;
    writer = ClassFiles.writer(self, signature.internalName());
  }

  /** What the code does. */
  GeneratedUnit.Source source() {
    return listing.source();
  }

  byte[] emit() {
    listing.describe(writer);
    for (String side : List.of("caller", "target")) {
      ClassFiles.field(writer, side + "Context", Names.CONTEXT_DESCRIPTOR);
      ClassFiles.field(writer, side + "Memory", Names.MEMORY_DESCRIPTOR);
    }
    core.declare(writer);
    if (postReturn != null) {
      postReturn.declare(writer);
    }
    constructor();
    call();
    writer.visitEnd();
    return writer.toByteArray();
  }

  private void constructor() {
    MethodVisitor code = writer.visitMethod(Opcodes.ACC_PUBLIC, "<init>", CONSTRUCTOR, null, null);
    code.visitCode();
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitMethodInsn(Opcodes.INVOKESPECIAL, signature.internalName(), "<init>", "()V", false);
    context(code, "caller", 1);
    part(code, "context", Names.CONTEXT_DESCRIPTOR, 3);
    code.visitVarInsn(Opcodes.ALOAD, 3);
    code.visitVarInsn(Opcodes.ALOAD, 1);
    code.visitMethodInsn(
        Opcodes.INVOKEVIRTUAL,
        Names.CONTEXT,
        "calledBy",
        "(" + Names.CONTEXT_DESCRIPTOR + ")" + Names.CONTEXT_DESCRIPTOR,
        false);
    code.visitVarInsn(Opcodes.ASTORE, 3);
    context(code, "target", 3);
    part(code, "callee", Names.FUNCTION_DESCRIPTOR, 3);
    core.initialize(code, 3);
    if (postReturn != null) {
      part(code, "postReturn", Names.FUNCTION_DESCRIPTOR, 3);
      postReturn.initialize(code, 3);
    }
    code.visitInsn(Opcodes.RETURN);
    ClassFiles.end(code);
  }

  private static void part(MethodVisitor code, String name, String descriptor, int local) {
    code.visitVarInsn(Opcodes.ALOAD, 2);
    code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, Names.LIFTED, name, "()" + descriptor, false);
    code.visitVarInsn(Opcodes.ASTORE, local);
  }

  private void context(MethodVisitor code, String side, int local) {
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitVarInsn(Opcodes.ALOAD, local);
    code.visitFieldInsn(Opcodes.PUTFIELD, self, side + "Context", Names.CONTEXT_DESCRIPTOR);
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitVarInsn(Opcodes.ALOAD, local);
    code.visitMethodInsn(
        Opcodes.INVOKEVIRTUAL,
        Names.CONTEXT,
        "memoryOrNull",
        "()" + Names.MEMORY_DESCRIPTOR,
        false);
    code.visitFieldInsn(Opcodes.PUTFIELD, self, side + "Memory", Names.MEMORY_DESCRIPTOR);
  }

  private Fusion.Side side(Body body, String name, FusedResources resources) {
    return new Fusion.Side(
        fetch(body, name + "Context", Names.CONTEXT_DESCRIPTOR),
        fetch(body, name + "Memory", Names.MEMORY_DESCRIPTOR),
        resources);
  }

  private int fetch(Body body, String field, String descriptor) {
    body.code().visitVarInsn(Opcodes.ALOAD, 0);
    body.code().visitFieldInsn(Opcodes.GETFIELD, self, field, descriptor);
    return body.store(Forms.OBJECT);
  }

  private void call() {
    MethodVisitor code =
        writer.visitMethod(Opcodes.ACC_PUBLIC, "call", signature.descriptor(), null, null);
    code.visitCode();
    List<Sym> arguments = new ArrayList<>();
    int local = 1;
    for (Type param : Type.getArgumentTypes(signature.descriptor())) {
      arguments.add(new Sym.Core(param, local));
      local += param.getSize();
    }
    Body body = new Body(code, local, listing);
    body.line("fuse " + Signatures.of(name, caller.type()));
    listing.indent();
    new CallWriter(body, arguments).write();
    ClassFiles.end(code);
  }

  /** The call, with what must happen whichever way it ends. */
  private final class CallWriter {
    private final Body body;
    private final MethodVisitor code;
    private final List<Sym> arguments;
    private final Fusion.Side from;
    private final Fusion.Side to;
    private final boolean lends = Borrows.areIn(caller.type().paramTypes());
    private int mark = -1;
    private int markThere = -1;

    CallWriter(Body body, List<Sym> arguments) {
      this.body = body;
      this.arguments = arguments;
      code = body.code();
      from = side(body, "caller", callerResources);
      to = side(body, "target", calleeResources);
    }

    private void on(Fusion.Side side, String method, String descriptor) {
      body.load(Forms.OBJECT, side.context());
      body.invokeVirtual(Names.CONTEXT, method, descriptor);
    }

    void write() {
      body.line("check that the caller may leave");
      on(from, "checkMayLeave", "()V");
      body.line("enter the callee");
      if (lends) {
        on(from, "lent", "()I");
        mark = body.store(INT);
      }
      on(to, "enterFrom", "()" + Names.TASK_DESCRIPTOR);
      int task = body.store(TASK);
      if (lends && crossing) {
        on(to, "lent", "()I");
        markThere = body.store(INT);
      }
      Label passing = body.mark();
      Fusion there = new Fusion(body, from, to, crossing);
      int lifted = caller.liftParamsProgram().inputs().size();
      List<Sym> values = new ArrayList<>();
      body.line(
          "lift the caller's arguments",
          () ->
              values.addAll(there.lift(caller.liftParamsProgram(), arguments.subList(0, lifted))));
      body.line(
          "lower them for the callee",
          () -> there.lower(callee.lowerParamsProgram(), values).forEach(there::load));
      Label calling = body.mark();
      core.call(body);
      int[] results = body.storeAll(core.results());
      List<Sym> returned = returnTo(results);
      if (lends) {
        body.line("check that borrows were dropped");
        body.load(TASK, task);
        body.invokeVirtual(Names.TASK, "checkBorrows", "()V");
      }
      postReturn(results);
      Label called = body.mark();
      body.line("leave the callee");
      end(task);
      body.line("return");
      returned.forEach(there::load);
      code.visitInsn(Type.getReturnType(signature.descriptor()).getOpcode(Opcodes.IRETURN));
      handler(passing, calling, task, "refuse", "");
      handler(calling, called, task, "failFor", Names.CONTEXT_DESCRIPTOR);
    }

    /** Carries the result back; gives the core results of the lowered function. */
    private List<Sym> returnTo(int[] results) {
      Fusion back = new Fusion(body, to, from, crossing);
      List<Sym> lifted = new ArrayList<>();
      for (int i = 0; i < results.length; i++) {
        lifted.add(new Sym.Core(core.results()[i], results[i]));
      }
      List<Sym> values = new ArrayList<>();
      body.line(
          "lift the callee's result",
          () -> values.addAll(back.lift(callee.liftResultProgram(), lifted)));
      if (caller.resultGoesToMemory()) {
        values.add(arguments.get(arguments.size() - 1));
      }
      List<Sym> returned = new ArrayList<>();
      body.line(
          "lower it for the caller",
          () -> returned.addAll(back.lower(caller.lowerResultProgram(), values)));
      return returned;
    }

    private void postReturn(int[] results) {
      if (postReturn == null) {
        return;
      }
      on(to, "forbidLeaving", "()Z");
      int before = body.store(Type.BOOLEAN_TYPE);
      body.loadAll(core.results(), results);
      postReturn.call(body);
      body.load(Forms.OBJECT, to.context());
      body.load(Type.BOOLEAN_TYPE, before);
      body.invokeVirtual(Names.CONTEXT, "allowLeaving", "(Z)V");
    }

    private void end(int task) {
      giveBack();
      body.load(Forms.OBJECT, to.context());
      body.load(TASK, task);
      body.invokeVirtual(Names.CONTEXT, "end", "(" + Names.TASK_DESCRIPTOR + ")V");
    }

    private void giveBack() {
      if (lends && crossing) {
        giveBack(to, markThere);
      }
      if (lends) {
        giveBack(from, mark);
      }
    }

    private void giveBack(Fusion.Side side, int mark) {
      body.load(Forms.OBJECT, side.context());
      body.load(INT, mark);
      body.invokeVirtual(Names.CONTEXT, "giveBack", "(I)V");
    }

    private void handler(Label start, Label end, int task, String ending, String callerParam) {
      if (start.getOffset() == end.getOffset()) {
        return;
      }
      Label handler = body.mark();
      body.line("on failure: " + ending);
      code.visitTryCatchBlock(start, end, handler, Names.THROWABLE);
      int thrown = body.store(Forms.OBJECT);
      giveBack();
      body.load(Forms.OBJECT, to.context());
      if (!callerParam.isEmpty()) {
        body.load(Forms.OBJECT, from.context());
      }
      body.load(TASK, task);
      body.load(Forms.OBJECT, thrown);
      body.checkCast(Names.THROWABLE);
      body.invokeVirtual(
          Names.CONTEXT,
          ending,
          "("
              + callerParam
              + Names.TASK_DESCRIPTOR
              + "Ljava/lang/Throwable;)Ljava/lang/RuntimeException;");
      code.visitInsn(Opcodes.ATHROW);
    }
  }
}
