package dev.mortise.classgen.call;

import dev.mortise.classgen.mapping.JavaModel.EnumDecl;
import dev.mortise.classgen.mapping.JavaModel.RecordDecl;
import dev.mortise.classgen.mapping.JavaModel.VariantDecl;
import dev.mortise.classgen.mapping.JavaType;
import dev.mortise.classgen.mapping.JavaTypes;
import dev.mortise.runtime.abi.recipe.Slot;
import dev.mortise.runtime.core.CoreValType.Num;
import dev.mortise.runtime.type.EnumType;
import dev.mortise.runtime.type.FlagsType;
import dev.mortise.runtime.type.RecordType;
import dev.mortise.runtime.type.ValType;
import dev.mortise.runtime.type.VariantType;
import java.util.List;
import org.objectweb.asm.Type;

/** The Java form of what recipes speak of. */
final class Forms {
  static final Type OBJECT = Type.getObjectType("java/lang/Object");

  private final JavaTypes types;

  Forms(JavaTypes types) {
    this.types = types;
  }

  /** The Java type of a value. */
  JavaType of(ValType type) {
    return types.of(type);
  }

  Type type(ValType type) {
    return Type.getType(of(type).descriptor());
  }

  Type type(Slot slot) {
    return switch (slot) {
      case Slot.Core core -> core(core.type());
      case Slot.Value value -> type(value.type());
    };
  }

  Type[] types(List<Slot> slots) {
    return slots.stream().map(this::type).toArray(Type[]::new);
  }

  static Type core(Num type) {
    return switch (type) {
      case I32 -> Type.INT_TYPE;
      case I64 -> Type.LONG_TYPE;
      case F32 -> Type.FLOAT_TYPE;
      case F64 -> Type.DOUBLE_TYPE;
      case V128 -> throw new IllegalArgumentException("vectors are no part of the Canonical ABI");
    };
  }

  RecordDecl record(RecordType type) {
    return (RecordDecl) types.declaration(type);
  }

  VariantDecl variant(VariantType type) {
    return (VariantDecl) types.declaration(type);
  }

  EnumDecl constants(EnumType type) {
    return (EnumDecl) types.declaration(type);
  }

  EnumDecl constants(FlagsType type) {
    return (EnumDecl) types.declaration(type);
  }
}
