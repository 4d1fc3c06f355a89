package dev.mortise.cli.run;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import dev.mortise.cli.form.Forms;
import dev.mortise.loader.wave.WavePrinter;
import dev.mortise.runtime.type.EnumType;
import dev.mortise.runtime.type.FlagsType;
import dev.mortise.runtime.type.FutureType;
import dev.mortise.runtime.type.HandleType;
import dev.mortise.runtime.type.ListType;
import dev.mortise.runtime.type.MapType;
import dev.mortise.runtime.type.OptionType;
import dev.mortise.runtime.type.PrimType;
import dev.mortise.runtime.type.RecordType;
import dev.mortise.runtime.type.ResultType;
import dev.mortise.runtime.type.StreamType;
import dev.mortise.runtime.type.TupleType;
import dev.mortise.runtime.type.ValType;
import dev.mortise.runtime.type.VariantType;
import dev.mortise.runtime.value.ComponentValue;
import dev.mortise.runtime.value.ComponentValue.MapValue;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Values as JSON.
 *
 * <table>
 * <caption>What becomes of each type</caption>
 * <tr><th>WIT<th>JSON
 * <tr><td>{@code bool}<td>{@code true}, {@code false}
 * <tr><td>integers<td>a number, with all its digits; those of 64 bits may be beyond 2<sup>53</sup>
 * <tr><td>{@code f32}, {@code f64}<td>a number; {@code "nan"}, {@code "inf"}, {@code "-inf"}
 * <tr><td>{@code char}, {@code string}, {@code enum}<td>a string
 * <tr><td>{@code list}, {@code tuple}<td>an array
 * <tr><td>{@code record}<td>an object; labels are as in WIT
 * <tr><td>{@code variant}, {@code result}<td>{@code {"tag": "label", "val": payload}}, without
 * {@code val} when the case has no payload
 * <tr><td>{@code flags}<td>an array of the labels that are set
 * <tr><td>{@code option}<td>the payload, or null; when the payload is an option itself, {@code
 * {"tag": "some", "val": payload}} or {@code {"tag": "none"}}
 * <tr><td>{@code map}<td>an array of arrays of key and value, since keys need not be strings
 * <tr><td>{@code own}, {@code borrow}<td>{@code {"resource": "name"}}
 * </table>
 */
final class JsonValues {
  private static final JsonFactory JSON =
      JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private final JsonGenerator out;

  private JsonValues(JsonGenerator out) {
    this.out = out;
  }

  /** A value in one line. */
  static String print(ComponentValue value, ValType type) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = JSON.createGenerator(text)) {
      new JsonValues(out).value(value, type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private void value(ComponentValue value, ValType type) throws IOException {
    switch (type.structure()) {
      case PrimType prim -> primitive(value, prim);
      case EnumType labels -> out.writeString(value.caseName());
      case ListType list -> array(value.asList(), i -> list.element());
      case TupleType tuple -> array(value.asList(), tuple.elements()::get);
      case RecordType record -> {
        out.writeStartObject();
        for (RecordType.Field field : record.fields()) {
          out.writeFieldName(field.label());
          value(value.field(field.label()), field.type());
        }
        out.writeEndObject();
      }
      case VariantType variant -> tagged(value, payload(variant, value.caseName()));
      case ResultType result ->
          tagged(value, value.caseName().equals("ok") ? result.ok() : result.err());
      case OptionType option -> {
        if (option.type().structure() instanceof OptionType) {
          tagged(value, option.type());
        } else if (value.casePayload().isPresent()) {
          value(value.casePayload().get(), option.type());
        } else {
          out.writeNull();
        }
      }
      case FlagsType flags -> {
        out.writeStartArray();
        for (String label : flags.labels()) {
          if (value.asFlags().contains(label)) {
            out.writeString(label);
          }
        }
        out.writeEndArray();
      }
      case MapType map -> {
        out.writeStartArray();
        for (MapValue.Entry entry : value.asEntries()) {
          out.writeStartArray();
          value(entry.key(), map.key());
          value(entry.value(), map.value());
          out.writeEndArray();
        }
        out.writeEndArray();
      }
      case HandleType handle -> {
        out.writeStartObject();
        out.writeStringField("resource", handle.resource().name());
        out.writeEndObject();
      }
      case StreamType stream -> throw Forms.notWritable(type);
      case FutureType future -> throw Forms.notWritable(type);
    }
  }

  private void array(List<ComponentValue> elements, IntFunction<ValType> type) throws IOException {
    out.writeStartArray();
    for (int i = 0; i < elements.size(); i++) {
      value(elements.get(i), type.apply(i));
    }
    out.writeEndArray();
  }

  private static @Nullable ValType payload(VariantType variant, String label) {
    for (VariantType.Case c : variant.cases()) {
      if (c.label().equals(label)) {
        return c.type();
      }
    }
    return null;
  }

  private void tagged(ComponentValue value, @Nullable ValType payload) throws IOException {
    out.writeStartObject();
    out.writeStringField("tag", value.caseName());
    if (payload != null && value.casePayload().isPresent()) {
      out.writeFieldName("val");
      value(value.casePayload().get(), payload);
    }
    out.writeEndObject();
  }

  private void primitive(ComponentValue value, PrimType prim) throws IOException {
    switch (prim) {
      case BOOL -> out.writeBoolean(value.asBoolean());
      case S8, U8, S16, U16, S32, U32, S64, U64 -> out.writeNumber(value.asBigInteger());
      case F32, F64 -> number(value, prim);
      case CHAR -> out.writeString(Character.toString(value.asCodePoint()));
      case STRING -> out.writeString(value.asString());
      case ERROR_CONTEXT -> throw Forms.notWritable(prim);
    }
  }

  /** JSON has no word for what is no finite number. */
  private void number(ComponentValue value, PrimType prim) throws IOException {
    double number = value.asDouble();
    if (Double.isNaN(number) || Double.isInfinite(number)) {
      out.writeString(WavePrinter.print(value));
    } else if (prim == PrimType.F32) {
      out.writeNumber(value.asFloat());
    } else {
      out.writeNumber(number);
    }
  }
}
