package dev.mortise.classgen.call;

import dev.mortise.classgen.mapping.JavaModel.Member;
import dev.mortise.classgen.mapping.JavaModel.RecordDecl;
import dev.mortise.runtime.abi.recipe.AggregateOp;
import dev.mortise.runtime.type.ListType;
import dev.mortise.runtime.type.RecordType;
import dev.mortise.runtime.type.StructuralType;
import dev.mortise.runtime.type.TupleType;
import java.util.stream.Collectors;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Writes the operations that put values together and take them apart. */
final class AggregateEmitter {
  private final ProgramEmitter programs;
  private final Forms forms;
  private final Body body;
  private final VariantEmitter variants;

  AggregateEmitter(ProgramEmitter programs, Body body) {
    this.programs = programs;
    this.body = body;
    forms = programs.forms();
    variants = new VariantEmitter(programs, body);
  }

  void run(AggregateOp op) {
    switch (op) {
      case AggregateOp.Make make -> make(make);
      case AggregateOp.GetPart get -> part(get);
      case AggregateOp.LiftVariant lift -> variants.lift(lift);
      case AggregateOp.LowerVariant lower -> variants.lower(lower);
    }
  }

  private void make(AggregateOp.Make make) {
    Type[] types = make.parts().stream().map(forms::type).toArray(Type[]::new);
    int[] locals = body.storeAll(types);
    switch (make.type()) {
      case RecordType record -> {
        String owner = forms.record(record).name().internalName();
        String descriptor =
            forms.record(record).components().stream()
                .map(c -> c.type().descriptor())
                .collect(Collectors.joining());
        instantiate(owner);
        body.loadAll(types, locals);
        constructor(owner, descriptor);
      }
      case TupleType tuple -> {
        String owner = "dev/mortise/runtime/Tuple" + types.length;
        instantiate(owner);
        for (int i = 0; i < types.length; i++) {
          body.load(types[i], locals[i]);
          Boxes.box(body, types[i]);
        }
        constructor(owner, Names.OBJECT_DESCRIPTOR.repeat(types.length));
      }
      case ListType list -> fixedList(forms.type(list), types, locals);
      default -> throw new AssertionError(make.type().kind());
    }
  }

  private void instantiate(String owner) {
    body.code().visitTypeInsn(Opcodes.NEW, owner);
    body.code().visitInsn(Opcodes.DUP);
  }

  private void constructor(String owner, String parameters) {
    body.code()
        .visitMethodInsn(Opcodes.INVOKESPECIAL, owner, "<init>", "(" + parameters + ")V", false);
  }

  private void fixedList(Type list, Type[] types, int[] locals) {
    body.push(types.length);
    boolean numbers = list.getSort() == Type.ARRAY;
    Type element = numbers ? list.getElementType() : Forms.OBJECT;
    if (numbers) {
      body.code().visitIntInsn(Opcodes.NEWARRAY, arrayType(element));
    } else {
      body.code().visitTypeInsn(Opcodes.ANEWARRAY, Names.OBJECT);
    }
    for (int i = 0; i < types.length; i++) {
      body.code().visitInsn(Opcodes.DUP);
      body.push(i);
      body.load(types[i], locals[i]);
      if (!numbers) {
        Boxes.box(body, types[i]);
      } else if (types[i].equals(Type.LONG_TYPE) && element.equals(Type.INT_TYPE)) {
        body.code().visitInsn(Opcodes.L2I); // u32, whose bits an int[] holds
      }
      body.code().visitInsn(element.getOpcode(Opcodes.IASTORE));
    }
    if (!numbers) {
      body.invokeStatic(Names.LISTS, "of", "([Ljava/lang/Object;)Ljava/util/List;");
    }
  }

  private static int arrayType(Type element) {
    return switch (element.getSort()) {
      case Type.BYTE -> Opcodes.T_BYTE;
      case Type.SHORT -> Opcodes.T_SHORT;
      case Type.INT -> Opcodes.T_INT;
      case Type.LONG -> Opcodes.T_LONG;
      case Type.FLOAT -> Opcodes.T_FLOAT;
      case Type.DOUBLE -> Opcodes.T_DOUBLE;
      default -> throw new AssertionError(element);
    };
  }

  private void part(AggregateOp.GetPart get) {
    StructuralType type = get.type();
    Type part = forms.type(get.part());
    switch (type) {
      case RecordType record -> {
        RecordDecl declaration = forms.record(record);
        Member member = declaration.components().get(get.index());
        programs.where("field `" + member.wit() + "` of " + declaration.wit());
        body.invokeVirtual(
            declaration.name().internalName(), member.name(), "()" + member.type().descriptor());
      }
      case TupleType tuple -> {
        programs.where("element " + get.index() + " of a tuple");
        body.invokeVirtual(
            "dev/mortise/runtime/Tuple" + tuple.elements().size(),
            "v" + (get.index() + 1),
            "()" + Names.OBJECT_DESCRIPTOR);
        Boxes.unbox(body, part);
      }
      case ListType list -> element(list, get.index(), part);
      default -> throw new AssertionError(type.kind());
    }
  }

  private void element(ListType type, int index, Type part) {
    Type list = forms.type(type);
    boolean numbers = list.getSort() == Type.ARRAY;
    if (index == 0) {
      int value = body.store(list);
      body.load(list, value);
      if (numbers) {
        body.code().visitInsn(Opcodes.ARRAYLENGTH);
      } else {
        body.invokeInterface(Names.LIST, "size", "()I");
      }
      body.push(ListEmitter.length(type));
      body.code().visitLdcInsn(programs.where());
      body.invokeStatic(Names.SCALARS, "checkLength", "(II" + Names.STRING_DESCRIPTOR + ")V");
      body.load(list, value);
    }
    body.push(index);
    if (!numbers) {
      body.invokeInterface(Names.LIST, "get", "(I)" + Names.OBJECT_DESCRIPTOR);
      Boxes.unbox(body, part);
      return;
    }
    body.code().visitInsn(list.getElementType().getOpcode(Opcodes.IALOAD));
    widen(type, list.getElementType());
  }

  /** An element of an array of bits as the value that it is. */
  private void widen(ListType type, Type element) {
    switch (type.element().structure()) {
      case dev.mortise.runtime.type.PrimType prim -> {
        switch (prim) {
          case U8 -> ScalarEmitter.mask(body, 0xff);
          case U16 -> ScalarEmitter.mask(body, 0xffff);
          case U32 -> body.invokeStatic("java/lang/Integer", "toUnsignedLong", "(I)J");
          default -> {}
        }
      }
      default -> throw new AssertionError(element);
    }
  }
}
