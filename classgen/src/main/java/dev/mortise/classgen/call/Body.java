package dev.mortise.classgen.call;

import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** The body of a method that is being written: its instructions and local variables. */
final class Body {
  /**
   * From where on a body is too large: what would grow beyond the 65,535 bytes of a method is left
   * to the interpreter.
   */
  private static final int MAX_BYTES = 50_000;

  /** How many operations are written between two looks at the size. */
  private static final int STEPS = 32;

  private final MethodVisitor code;
  private final Listing listing;
  private int nextLocal;
  private int steps;

  /** The local variable that holds the {@code CanonicalContext}. */
  private int context;

  /** The local variable that holds the {@code CoreMemory}, or null. */
  private int memory;

  Body(MethodVisitor code, int firstLocal, Listing listing) {
    this.code = code;
    this.listing = listing;
    nextLocal = firstLocal;
  }

  /** Says where the context and the memory are. */
  void locate(int context, int memory) {
    this.context = context;
    this.memory = memory;
  }

  MethodVisitor code() {
    return code;
  }

  /** Says in the listing what the instructions that follow do. */
  void line(String text) {
    code.visitLineNumber(listing.add(text), mark());
  }

  /** As {@link #line}, of something whose parts {@code parts} writes. */
  void line(String text, Runnable parts) {
    line(text);
    listing.indent();
    parts.run();
    listing.outdent();
  }

  /** Counts what is written. */
  void step() {
    if (++steps % STEPS == 0 && mark().getOffset() > MAX_BYTES) {
      throw new TooLargeException();
    }
  }

  /** A fresh local variable. */
  int local(Type type) {
    int local = nextLocal;
    nextLocal += type.getSize();
    return local;
  }

  /** Takes the operand off the stack into a fresh local variable. */
  int store(Type type) {
    int local = local(type);
    code.visitVarInsn(type.getOpcode(Opcodes.ISTORE), local);
    return local;
  }

  /** Takes operands off the stack, the last one first; gives their local variables in order. */
  int[] storeAll(Type[] types) {
    int[] locals = new int[types.length];
    for (int i = types.length - 1; i >= 0; i--) {
      locals[i] = store(types[i]);
    }
    return locals;
  }

  void load(Type type, int local) {
    code.visitVarInsn(type.getOpcode(Opcodes.ILOAD), local);
  }

  void loadAll(Type[] types, int[] locals) {
    for (int i = 0; i < types.length; i++) {
      load(types[i], locals[i]);
    }
  }

  void context() {
    code.visitVarInsn(Opcodes.ALOAD, context);
  }

  void memory() {
    code.visitVarInsn(Opcodes.ALOAD, memory);
  }

  void push(int value) {
    dev.mortise.loader.compile.Words.push(code, value);
  }

  void invokeStatic(String owner, String name, String descriptor) {
    code.visitMethodInsn(Opcodes.INVOKESTATIC, owner, name, descriptor, false);
  }

  void invokeVirtual(String owner, String name, String descriptor) {
    code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, owner, name, descriptor, false);
  }

  void invokeInterface(String owner, String name, String descriptor) {
    code.visitMethodInsn(Opcodes.INVOKEINTERFACE, owner, name, descriptor, true);
  }

  void checkCast(String internalName) {
    if (!internalName.equals("java/lang/Object")) {
      code.visitTypeInsn(Opcodes.CHECKCAST, internalName);
    }
  }

  /** Splits a range on the stack, a long, into its two halves. */
  void splitRange() {
    int range = store(Type.LONG_TYPE);
    load(Type.LONG_TYPE, range);
    push(Integer.SIZE);
    code.visitInsn(Opcodes.LUSHR);
    code.visitInsn(Opcodes.L2I);
    load(Type.LONG_TYPE, range);
    code.visitInsn(Opcodes.L2I);
  }

  Label mark() {
    Label label = new Label();
    code.visitLabel(label);
    return label;
  }
}
