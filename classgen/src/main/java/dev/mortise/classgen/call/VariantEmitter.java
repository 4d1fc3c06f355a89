package dev.mortise.classgen.call;

import dev.mortise.classgen.mapping.JavaModel.VariantDecl;
import dev.mortise.classgen.mapping.JavaType;
import dev.mortise.runtime.abi.recipe.AbiProgram;
import dev.mortise.runtime.abi.recipe.AggregateOp;
import dev.mortise.runtime.type.OptionType;
import dev.mortise.runtime.type.ResultType;
import dev.mortise.runtime.type.StructuralType;
import dev.mortise.runtime.type.VariantType;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Writes the operations on variants, options and results. */
final class VariantEmitter {
  private static final String OPTIONAL = "java/util/Optional";
  private static final String OPTIONAL_DESCRIPTOR = "Ljava/util/Optional;";

  private final ProgramEmitter programs;
  private final Forms forms;
  private final Body body;

  VariantEmitter(ProgramEmitter programs, Body body) {
    this.programs = programs;
    this.body = body;
    forms = programs.forms();
  }

  /** Discriminant, captured operands → value. */
  void lift(AggregateOp.LiftVariant op) {
    Type[] captured = forms.types(op.captured());
    int[] locals = body.storeAll(captured);
    int count = op.cases().size();
    ScalarEmitter.checkCase(body, count, op.type().kind());
    Label[] labels = new Label[count];
    for (int i = 0; i < count; i++) {
      labels[i] = new Label();
    }
    Label end = new Label();
    body.code().visitTableSwitchInsn(0, count - 1, labels[count - 1], labels);
    for (int i = 0; i < count; i++) {
      body.code().visitLabel(labels[i]);
      AbiProgram branch = op.cases().get(i);
      body.line(Signatures.caseOf(op.type(), i), () -> programs.run(branch, locals, List.of()));
      Type payload = branch.outputs().isEmpty() ? null : forms.type(branch.outputs().get(0));
      make(op.type(), i, payload);
      if (i < count - 1) {
        body.code().visitJumpInsn(Opcodes.GOTO, end);
      }
    }
    body.code().visitLabel(end);
    // The branches leave different classes: say again what they have in common.
    body.checkCast(forms.type(op.type()).getInternalName());
  }

  /** Makes the value of a case of the payload on the stack, if it has one. */
  private void make(StructuralType type, int index, @Nullable Type payload) {
    switch (type) {
      case OptionType option -> {
        if (payload == null) {
          body.invokeStatic(OPTIONAL, "empty", "()" + OPTIONAL_DESCRIPTOR);
        } else {
          Boxes.box(body, payload);
          body.invokeStatic(
              OPTIONAL, "of", "(" + Names.OBJECT_DESCRIPTOR + ")" + OPTIONAL_DESCRIPTOR);
        }
      }
      case ResultType result -> {
        if (payload == null) {
          body.code().visitInsn(Opcodes.ACONST_NULL);
        } else {
          Boxes.box(body, payload);
        }
        construct(index == 0 ? Names.OK : Names.ERR, Forms.OBJECT);
      }
      case VariantType variant ->
          construct(forms.variant(variant).cases().get(index).name().internalName(), payload);
      default -> throw new AssertionError(type.kind());
    }
  }

  /** Constructs an object of the operand on the stack, if there is one. */
  private void construct(String owner, @Nullable Type payload) {
    int value = payload == null ? -1 : body.store(payload);
    body.code().visitTypeInsn(Opcodes.NEW, owner);
    body.code().visitInsn(Opcodes.DUP);
    if (payload != null) {
      body.load(payload, value);
    }
    body.code()
        .visitMethodInsn(
            Opcodes.INVOKESPECIAL,
            owner,
            "<init>",
            "(" + (payload == null ? "" : payload.getDescriptor()) + ")V",
            false);
  }

  /** Value, captured operands → what the program of its case leaves. */
  void lower(AggregateOp.LowerVariant op) {
    Type[] captured = forms.types(op.captured());
    int[] capturedLocals = body.storeAll(captured);
    Type type = forms.type(op.type());
    int value = body.store(type);
    body.load(type, value);
    body.invokeStatic(
        "java/util/Objects",
        "requireNonNull",
        "(" + Names.OBJECT_DESCRIPTOR + ")" + Names.OBJECT_DESCRIPTOR);
    body.code().visitInsn(Opcodes.POP);
    String where = programs.where();
    Label end = new Label();
    int count = op.cases().size();
    for (int i = 0; i < count; i++) {
      Label next = new Label();
      if (i < count - 1) {
        body.load(type, value);
        test(op.type(), i);
        body.code().visitJumpInsn(Opcodes.IFEQ, next);
      }
      AbiProgram branch = op.cases().get(i);
      boolean payload = branch.inputs().size() > captured.length;
      int index = i;
      programs.where(where);
      body.line(
          Signatures.caseOf(op.type(), i),
          () ->
              programs.run(
                  branch,
                  payload
                      ? withPayload(payload(op.type(), index, type, value, branch), capturedLocals)
                      : capturedLocals,
                  List.of()));
      if (i < count - 1) {
        body.code().visitJumpInsn(Opcodes.GOTO, end);
        body.code().visitLabel(next);
      }
    }
    body.code().visitLabel(end);
  }

  private static int[] withPayload(int payload, int[] captured) {
    int[] all = new int[captured.length + 1];
    all[0] = payload;
    System.arraycopy(captured, 0, all, 1, captured.length);
    return all;
  }

  /** Tests whether the value on the stack is of a case; leaves a boolean. */
  private void test(StructuralType type, int index) {
    switch (type) {
      case OptionType option -> body.invokeVirtual(OPTIONAL, "isEmpty", "()Z");
      case ResultType result -> body.code().visitTypeInsn(Opcodes.INSTANCEOF, Names.OK);
      case VariantType variant ->
          body.code().visitTypeInsn(Opcodes.INSTANCEOF, caseName(variant, index));
      default -> throw new AssertionError(type.kind());
    }
  }

  private String caseName(VariantType variant, int index) {
    return forms.variant(variant).cases().get(index).name().internalName();
  }

  /** The local variable of the payload of a case. */
  private int payload(StructuralType type, int index, Type java, int value, AbiProgram branch) {
    Type payload = forms.type(branch.inputs().get(0));
    body.load(java, value);
    switch (type) {
      case OptionType option -> {
        body.invokeVirtual(OPTIONAL, "get", "()" + Names.OBJECT_DESCRIPTOR);
        Boxes.unbox(body, payload);
      }
      case ResultType result -> {
        String owner = index == 0 ? Names.OK : Names.ERR;
        body.checkCast(owner);
        body.invokeVirtual(owner, index == 0 ? "value" : "error", "()" + Names.OBJECT_DESCRIPTOR);
        Boxes.unbox(body, payload);
      }
      case VariantType variant -> {
        VariantDecl.Case found = forms.variant(variant).cases().get(index);
        JavaType declared = found.payload();
        body.checkCast(found.name().internalName());
        body.invokeVirtual(
            found.name().internalName(),
            "value",
            "()" + (declared == null ? payload : Type.getType(declared.descriptor())));
      }
      default -> throw new AssertionError(type.kind());
    }
    return body.store(payload);
  }
}
