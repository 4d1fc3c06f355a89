package dev.mortise.classgen.call;

import dev.mortise.classgen.mapping.JavaModel.EnumDecl;
import dev.mortise.runtime.abi.layout.StringEncoding;
import dev.mortise.runtime.abi.recipe.LeafOp;
import dev.mortise.runtime.type.HandleType;
import dev.mortise.runtime.type.PrimType;
import dev.mortise.runtime.type.ResourceType;
import dev.mortise.runtime.type.StructuralType;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Writes the operations on values without parts. */
final class LeafEmitter {
  private final ProgramEmitter programs;
  private final Body body;

  LeafEmitter(ProgramEmitter programs, Body body) {
    this.programs = programs;
    this.body = body;
  }

  void run(LeafOp op) {
    switch (op) {
      case LeafOp.LiftScalar lift -> lift(lift.type());
      case LeafOp.LowerScalar lower -> lower(lower.type());
      case LeafOp.LiftFlags lift -> {
        EnumDecl constants = programs.forms().constants(lift.type());
        String owner = constants.name().internalName();
        body.code().visitLdcInsn(Type.getObjectType(owner));
        body.invokeStatic(owner, "values", "()[L" + owner + ";");
        body.invokeStatic(
            Names.SCALARS, "liftFlags", "(ILjava/lang/Class;[Ljava/lang/Enum;)Ljava/util/EnumSet;");
      }
      case LeafOp.LowerFlags lower ->
          body.invokeStatic(Names.SCALARS, "lowerFlags", "(Ljava/util/EnumSet;)I");
      case LeafOp.LiftEnum lift -> {
        EnumDecl constants = programs.forms().constants(lift.type());
        String owner = constants.name().internalName();
        ScalarEmitter.checkCase(body, constants.constants().size(), "enum");
        int index = body.store(Type.INT_TYPE);
        body.invokeStatic(owner, "values", "()[L" + owner + ";");
        body.load(Type.INT_TYPE, index);
        body.code().visitInsn(Opcodes.AALOAD);
      }
      case LeafOp.LowerEnum lower ->
          body.invokeVirtual(
              programs.forms().constants(lower.type()).name().internalName(), "ordinal", "()I");
      case LeafOp.LoadString load -> {
        int[] range = body.storeAll(new Type[] {Type.INT_TYPE, Type.INT_TYPE});
        body.context();
        body.load(Type.INT_TYPE, range[0]);
        body.load(Type.INT_TYPE, range[1]);
        body.invokeStatic(
            Names.STRINGS,
            "load" + suffix(load.encoding()),
            "(" + Names.CONTEXT_DESCRIPTOR + "II)" + Names.STRING_DESCRIPTOR);
      }
      case LeafOp.StoreString store -> {
        int text = body.store(Forms.OBJECT);
        body.context();
        body.load(Forms.OBJECT, text);
        body.invokeStatic(
            Names.STRINGS,
            "store" + suffix(store.encoding()),
            "(" + Names.CONTEXT_DESCRIPTOR + Names.STRING_DESCRIPTOR + ")J");
        body.splitRange();
      }
      case LeafOp.LiftIndex lift -> liftIndex(lift.type());
      case LeafOp.LowerIndex lower -> lowerIndex(lower.type());
    }
  }

  private static String suffix(StringEncoding encoding) {
    return switch (encoding) {
      case UTF8 -> "Utf8";
      case UTF16 -> "Utf16";
      case LATIN1_UTF16 -> "Latin1OrUtf16";
    };
  }

  private void lift(PrimType type) {
    ScalarEmitter.lift(body, type);
    if (type == PrimType.U32) {
      body.invokeStatic("java/lang/Integer", "toUnsignedLong", "(I)J");
    }
  }

  private void lower(PrimType type) {
    switch (type) {
      case BOOL, S8, S16, S32, S64, U64 -> {}
      case U8 -> checked("lowerU8", "I");
      case U16 -> checked("lowerU16", "I");
      case U32 -> checked("lowerU32", "J");
      case CHAR -> checked("lowerChar", "I");
      case F32 -> body.invokeStatic(Names.SCALARS, "canonical", "(F)F");
      case F64 -> body.invokeStatic(Names.SCALARS, "canonical", "(D)D");
      case STRING, ERROR_CONTEXT -> throw new AssertionError(type);
    }
  }

  private void checked(String name, String descriptor) {
    body.code().visitLdcInsn(programs.where());
    body.invokeStatic(Names.SCALARS, name, "(" + descriptor + Names.STRING_DESCRIPTOR + ")I");
  }

  private void liftIndex(StructuralType type) {
    HandleType handle = (HandleType) type;
    ResourceType resource = handle.resource();
    ResourceForms resources = programs.shared().resources();
    int index = body.store(Type.INT_TYPE);
    String wrapper = resources.wrapper(resource);
    if (wrapper != null) {
      body.code().visitTypeInsn(Opcodes.NEW, wrapper);
      body.code().visitInsn(Opcodes.DUP);
    }
    body.context();
    resource(resource);
    body.load(Type.INT_TYPE, index);
    body.invokeVirtual(
        Names.CONTEXT,
        handle instanceof HandleType.Own ? "takeOwn" : "lendBorrow",
        "(" + Names.RESOURCE_DESCRIPTOR + "I)" + Names.OBJECT_DESCRIPTOR);
    if (wrapper != null) {
      body.context();
      body.invokeVirtual(Names.CONTEXT, "owner", "()" + Names.OBJECT_DESCRIPTOR);
      body.code()
          .visitMethodInsn(
              Opcodes.INVOKESPECIAL,
              wrapper,
              "<init>",
              "(" + Names.OBJECT_DESCRIPTOR + Names.OBJECT_DESCRIPTOR + ")V",
              false);
    } else {
      body.checkCast(programs.forms().type(type).getInternalName());
    }
  }

  private void lowerIndex(StructuralType type) {
    HandleType handle = (HandleType) type;
    int value = body.store(Forms.OBJECT);
    body.context();
    resource(handle.resource());
    body.load(Forms.OBJECT, value);
    body.invokeVirtual(
        Names.CONTEXT,
        handle instanceof HandleType.Own ? "giveOwn" : "giveBorrow",
        "(" + Names.RESOURCE_DESCRIPTOR + Names.OBJECT_DESCRIPTOR + ")I");
  }

  private void resource(ResourceType resource) {
    body.context();
    body.push(programs.shared().resources().number(resource));
    body.invokeVirtual(Names.CONTEXT, "resource", "(I)" + Names.RESOURCE_DESCRIPTOR);
  }
}
