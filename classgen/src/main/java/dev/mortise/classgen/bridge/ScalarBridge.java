package dev.mortise.classgen.bridge;

import dev.mortise.classgen.mapping.UnmappableTypeException;
import dev.mortise.runtime.type.PrimType;
import dev.mortise.runtime.value.ComponentValue;
import dev.mortise.runtime.value.ComponentValue.BoolValue;
import dev.mortise.runtime.value.ComponentValue.CharValue;
import dev.mortise.runtime.value.ComponentValue.F32Value;
import dev.mortise.runtime.value.ComponentValue.F64Value;
import dev.mortise.runtime.value.ComponentValue.S16Value;
import dev.mortise.runtime.value.ComponentValue.S32Value;
import dev.mortise.runtime.value.ComponentValue.S64Value;
import dev.mortise.runtime.value.ComponentValue.S8Value;
import dev.mortise.runtime.value.ComponentValue.StringValue;
import dev.mortise.runtime.value.ComponentValue.U16Value;
import dev.mortise.runtime.value.ComponentValue.U32Value;
import dev.mortise.runtime.value.ComponentValue.U64Value;
import dev.mortise.runtime.value.ComponentValue.U8Value;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Numbers, characters and strings. */
record ScalarBridge(PrimType type) implements ValueBridge {
  ScalarBridge {
    if (type == PrimType.ERROR_CONTEXT) {
      throw new UnmappableTypeException("not supported yet: error-context");
    }
  }

  @Override
  public Object toJava(ComponentValue value, @Nullable Object owner) {
    return switch (value) {
      case BoolValue v -> v.value();
      case S8Value v -> v.value();
      case U8Value v -> v.value();
      case S16Value v -> v.value();
      case U16Value v -> v.value();
      case S32Value v -> v.value();
      case U32Value v -> v.value();
      case S64Value v -> v.value();
      case U64Value v -> v.bits();
      case F32Value v -> v.value();
      case F64Value v -> v.value();
      case CharValue v -> v.codePoint();
      case StringValue v -> v.value();
      default -> throw new IllegalArgumentException(value.describe() + " is no " + type);
    };
  }

  @Override
  public ComponentValue toValue(@Nullable Object object) {
    return Misfit.of(type.toString(), object, () -> value(Objects.requireNonNull(object)));
  }

  private ComponentValue value(Object given) {
    return switch (type) {
      case BOOL -> new BoolValue((Boolean) given);
      case S8 -> new S8Value((Byte) given);
      case U8 -> new U8Value((Integer) given);
      case S16 -> new S16Value((Short) given);
      case U16 -> new U16Value((Integer) given);
      case S32 -> new S32Value((Integer) given);
      case U32 -> new U32Value((Long) given);
      case S64 -> new S64Value((Long) given);
      case U64 -> new U64Value((Long) given);
      case F32 -> new F32Value((Float) given);
      case F64 -> new F64Value((Double) given);
      case CHAR -> new CharValue((Integer) given);
      case STRING -> new StringValue((String) given);
      case ERROR_CONTEXT -> throw new AssertionError(type);
    };
  }
}
