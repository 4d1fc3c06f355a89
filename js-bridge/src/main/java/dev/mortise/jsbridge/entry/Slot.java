package dev.mortise.jsbridge.entry;

import dev.mortise.classgen.mapping.ClassName;
import dev.mortise.classgen.mapping.JavaType;
import dev.mortise.classgen.mapping.JavaTypes;
import dev.mortise.runtime.type.EnumType;
import dev.mortise.runtime.type.FlagsType;
import dev.mortise.runtime.type.PrimType;
import dev.mortise.runtime.type.ValType;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Type;

/**
 * Where a value stands: how it passes, and the Java type that generated code has for it.
 *
 * @param java the type in a signature that is not generic
 * @param constants the class of an enum, or of the labels of flags
 */
record Slot(Wire wire, Type java, @Nullable Type constants) {
  static final Slot VOID = new Slot(Wire.VOID, Type.VOID_TYPE, null);

  /** The slot of a type, or of nothing. */
  static Slot of(@Nullable ValType type, JavaTypes types) {
    if (type == null) {
      return VOID;
    }
    JavaType java = types.of(type);
    Type descriptor = Type.getType(java.descriptor());
    return switch (type.structure()) {
      case PrimType prim -> new Slot(wire(prim), descriptor, null);
      case EnumType labels -> new Slot(Wire.ENUM, descriptor, descriptor);
      case FlagsType flags -> {
        ClassName name = types.declaration(flags).name();
        yield new Slot(Wire.FLAGS, descriptor, Type.getObjectType(name.internalName()));
      }
      default -> new Slot(Wire.OBJECT, descriptor, null);
    };
  }

  private static Wire wire(PrimType type) {
    return switch (type) {
      case BOOL -> Wire.BOOLEAN;
      case S8, U8, S16, U16, S32, CHAR -> Wire.INT;
      case U32 -> Wire.UNSIGNED_INT;
      case S64, U64 -> Wire.LONG;
      case F32 -> Wire.FLOAT;
      case F64 -> Wire.DOUBLE;
      case STRING -> Wire.STRING;
      case ERROR_CONTEXT -> Wire.OBJECT;
    };
  }
}
