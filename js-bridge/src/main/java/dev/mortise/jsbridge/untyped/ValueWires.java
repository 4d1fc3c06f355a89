package dev.mortise.jsbridge.untyped;

import dev.mortise.runtime.type.EnumType;
import dev.mortise.runtime.type.FlagsType;
import dev.mortise.runtime.type.PrimType;
import dev.mortise.runtime.type.ValType;
import dev.mortise.runtime.value.ComponentValue;
import dev.mortise.runtime.value.ComponentValue.BoolValue;
import dev.mortise.runtime.value.ComponentValue.CharValue;
import dev.mortise.runtime.value.ComponentValue.EnumValue;
import dev.mortise.runtime.value.ComponentValue.F32Value;
import dev.mortise.runtime.value.ComponentValue.F64Value;
import dev.mortise.runtime.value.ComponentValue.FlagsValue;
import dev.mortise.runtime.value.ComponentValue.S16Value;
import dev.mortise.runtime.value.ComponentValue.S32Value;
import dev.mortise.runtime.value.ComponentValue.S64Value;
import dev.mortise.runtime.value.ComponentValue.S8Value;
import dev.mortise.runtime.value.ComponentValue.StringValue;
import dev.mortise.runtime.value.ComponentValue.U16Value;
import dev.mortise.runtime.value.ComponentValue.U32Value;
import dev.mortise.runtime.value.ComponentValue.U64Value;
import dev.mortise.runtime.value.ComponentValue.U8Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.graalvm.polyglot.Value;

/**
 * The wires of values without types: as {@link dev.mortise.jsbridge.entry.Wire} has them, and the
 * values themselves.
 */
final class ValueWires {
  private ValueWires() {}

  static ComponentValue fromWire(Value wire, ValType type) {
    return switch (type.structure()) {
      case PrimType prim -> primitive(wire, prim);
      case EnumType labels -> new EnumValue(labels.labels().get(wire.asInt()));
      case FlagsType flags -> {
        Set<String> set = new LinkedHashSet<>();
        int bits = wire.asInt();
        for (int i = 0; i < flags.labels().size(); i++) {
          if ((bits >>> i & 1) != 0) {
            set.add(flags.labels().get(i));
          }
        }
        yield new FlagsValue(set);
      }
      default -> wire.<ComponentValue>asHostObject();
    };
  }

  private static ComponentValue primitive(Value wire, PrimType type) {
    return switch (type) {
      case BOOL -> new BoolValue(wire.asBoolean());
      case S8 -> new S8Value((byte) wire.asInt());
      case U8 -> new U8Value(wire.asInt());
      case S16 -> new S16Value((short) wire.asInt());
      case U16 -> new U16Value(wire.asInt());
      case S32 -> new S32Value(wire.asInt());
      case U32 -> new U32Value(Integer.toUnsignedLong(wire.asInt()));
      case S64 -> new S64Value(wire.asLong());
      case U64 -> new U64Value(wire.asLong());
      case F32 -> new F32Value((float) wire.asDouble());
      case F64 -> new F64Value(wire.asDouble());
      case CHAR -> new CharValue(wire.asInt());
      case STRING -> new StringValue(wire.asString());
      case ERROR_CONTEXT -> throw new IllegalArgumentException("error-context");
    };
  }

  static Object toWire(ComponentValue value, ValType type) {
    return switch (value) {
      case BoolValue v -> v.value();
      case S8Value v -> (int) v.value();
      case U8Value v -> v.value();
      case S16Value v -> (int) v.value();
      case U16Value v -> v.value();
      case S32Value v -> v.value();
      case U32Value v -> (int) v.value();
      case S64Value v -> v.value();
      case U64Value v -> v.bits();
      case F32Value v -> (double) v.value();
      case F64Value v -> v.value();
      case CharValue v -> v.codePoint();
      case StringValue v -> v.value();
      case EnumValue v -> ((EnumType) type.structure()).labels().indexOf(v.label());
      case FlagsValue v -> {
        List<String> labels = ((FlagsType) type.structure()).labels();
        int bits = 0;
        for (String label : v.labels()) {
          bits |= 1 << labels.indexOf(label);
        }
        yield bits;
      }
      case ComponentValue.ListValue v -> v;
      case ComponentValue.RecordValue v -> v;
      case ComponentValue.TupleValue v -> v;
      case ComponentValue.VariantValue v -> v;
      case ComponentValue.OptionValue v -> v;
      case ComponentValue.ResultValue v -> v;
      case ComponentValue.MapValue v -> v;
      case ComponentValue.ResourceValue v -> v;
    };
  }
}
