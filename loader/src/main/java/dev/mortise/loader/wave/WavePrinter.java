package dev.mortise.loader.wave;

import dev.mortise.runtime.value.ComponentValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Values as WAVE text, on one line.
 *
 * <p>What {@link WaveParser} reads with the value's type is the value again. Fields that are {@code
 * none} are left out, as wasm-wave does. A handle, for which there is no form, is printed as {@code
 * <resource name>}, which cannot be read.
 */
public final class WavePrinter {
  private static final int LONGEST_PLAIN_NUMBER = 21;

  private final StringBuilder out = new StringBuilder();

  private WavePrinter() {}

  /** A value. */
  public static String print(ComponentValue value) {
    WavePrinter printer = new WavePrinter();
    printer.value(value);
    return printer.out.toString();
  }

  /** A call, such as {@code greet("World")}. */
  public static String printCall(String function, List<ComponentValue> arguments) {
    WavePrinter printer = new WavePrinter();
    printer.out.append(function);
    printer.sequence("(", arguments, ")", printer::value);
    return printer.out.toString();
  }

  private void value(ComponentValue value) {
    switch (value) {
      case ComponentValue.BoolValue v -> out.append(v.value());
      case ComponentValue.S8Value v -> out.append(v.value());
      case ComponentValue.U8Value v -> out.append(v.value());
      case ComponentValue.S16Value v -> out.append(v.value());
      case ComponentValue.U16Value v -> out.append(v.value());
      case ComponentValue.S32Value v -> out.append(v.value());
      case ComponentValue.U32Value v -> out.append(v.value());
      case ComponentValue.S64Value v -> out.append(v.value());
      case ComponentValue.U64Value v -> out.append(Long.toUnsignedString(v.bits()));
      case ComponentValue.F32Value v -> number(v.value(), Float.toString(v.value()));
      case ComponentValue.F64Value v -> number(v.value(), Double.toString(v.value()));
      case ComponentValue.CharValue v -> {
        out.append('\'');
        character(v.codePoint(), '\'');
        out.append('\'');
      }
      case ComponentValue.StringValue v -> {
        out.append('"');
        v.value().codePoints().forEach(c -> character(c, '"'));
        out.append('"');
      }
      case ComponentValue.ListValue v -> sequence("[", v.elements(), "]", this::value);
      case ComponentValue.RecordValue v -> record(v.fields());
      case ComponentValue.TupleValue v -> sequence("(", v.elements(), ")", this::value);
      case ComponentValue.VariantValue v -> {
        label(v.label());
        payload(v.payload());
      }
      case ComponentValue.EnumValue v -> label(v.label());
      case ComponentValue.FlagsValue v -> sequence("{", v.labels(), "}", out::append);
      case ComponentValue.OptionValue v -> {
        out.append(v.value() == null ? "none" : "some");
        payload(v.value());
      }
      case ComponentValue.ResultValue v -> {
        out.append(v.isOk() ? "ok" : "err");
        payload(v.payload());
      }
      case ComponentValue.MapValue v ->
          sequence(
              "[",
              v.entries(),
              "]",
              entry -> sequence("(", List.of(entry.key(), entry.value()), ")", this::value));
      case ComponentValue.ResourceValue v -> {
        String name = v.type().name();
        out.append(name == null ? "<resource>" : "<resource " + name + ">");
      }
    }
  }

  private <T> void sequence(String open, Iterable<T> items, String close, Consumer<T> print) {
    out.append(open);
    String separator = "";
    for (T item : items) {
      out.append(separator);
      print.accept(item);
      separator = ", ";
    }
    out.append(close);
  }

  private void record(Map<String, ComponentValue> fields) {
    out.append('{');
    boolean any = false;
    for (Map.Entry<String, ComponentValue> field : fields.entrySet()) {
      if (field.getValue() instanceof ComponentValue.OptionValue option && option.value() == null) {
        continue;
      }
      out.append(any ? ", " : "").append(field.getKey()).append(": ");
      value(field.getValue());
      any = true;
    }
    out.append(any ? "}" : ":}");
  }

  private void label(String label) {
    out.append(WaveLexer.isKeyword(label) ? "%" : "").append(label);
  }

  private void payload(@Nullable ComponentValue payload) {
    if (payload != null) {
      out.append('(');
      value(payload);
      out.append(')');
    }
  }

  /** A float by its shortest decimal form; without an exponent when that is not long. */
  private void number(double number, String shortest) {
    if (Double.isNaN(number)) {
      out.append("nan");
    } else if (Double.isInfinite(number)) {
      out.append(number > 0 ? "inf" : "-inf");
    } else if (number == 0) {
      out.append(shortest.startsWith("-") ? "-0" : "0");
    } else {
      BigDecimal decimal = new BigDecimal(shortest).stripTrailingZeros();
      String plain = decimal.toPlainString();
      out.append(
          plain.length() <= LONGEST_PLAIN_NUMBER ? plain : decimal.toString().replace('E', 'e'));
    }
  }

  private void character(int c, char quote) {
    switch (c) {
      case '\t' -> out.append("\\t");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\\' -> out.append("\\\\");
      default -> {
        if (c == quote) {
          out.append('\\').append(quote);
        } else if (isInvisible(c)) {
          out.append("\\u{").append(Integer.toHexString(c)).append('}');
        } else {
          out.appendCodePoint(c);
        }
      }
    }
  }

  /** Control characters, line separators and what turns the direction of text around. */
  private static boolean isInvisible(int c) {
    return Character.isISOControl(c)
        || c == 0x2028
        || c == 0x2029
        || c == 0x200e
        || c == 0x200f
        || (c >= 0x202a && c <= 0x202e)
        || (c >= 0x2066 && c <= 0x2069)
        || c == 0xfeff
        || Character.getType(c) == Character.UNASSIGNED;
  }
}
