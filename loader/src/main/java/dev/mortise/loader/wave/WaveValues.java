package dev.mortise.loader.wave;

import dev.mortise.loader.wave.WaveToken.Kind;
import dev.mortise.runtime.error.ValueException;
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
import dev.mortise.runtime.value.ComponentValue.EnumValue;
import dev.mortise.runtime.value.ComponentValue.ListValue;
import dev.mortise.runtime.value.ComponentValue.MapValue;
import dev.mortise.runtime.value.ComponentValue.OptionValue;
import dev.mortise.runtime.value.ComponentValue.ResultValue;
import dev.mortise.runtime.value.ComponentValue.TupleValue;
import dev.mortise.runtime.value.ComponentValue.VariantValue;
import dev.mortise.runtime.value.NumberList;
import dev.mortise.runtime.value.ValuePath;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the values of each type from the tokens. */
final class WaveValues {
  /** How deep values may nest. */
  static final int MAX_DEPTH = 100;

  private final WaveReader reader;
  private int depth;

  WaveValues(WaveReader reader) {
    this.reader = reader;
  }

  ComponentValue value(ValType type, ValuePath path) {
    if (depth == MAX_DEPTH) {
      throw reader.error(
          reader.peek(),
          null,
          "wave-depth",
          "a value that nests at most " + MAX_DEPTH + " deep",
          "a deeper one",
          null);
    }
    depth++;
    ComponentValue value =
        switch (type.structure()) {
          case PrimType prim -> WaveScalars.scalar(reader, prim, type, path);
          case ListType list -> list(list, type, path);
          case RecordType record -> WaveBraces.record(this, reader, record, type, path);
          case TupleType tuple -> tuple(tuple, type, path);
          case VariantType variant -> variant(variant, type, path);
          case EnumType labels -> enumeration(labels, type, path);
          case FlagsType labels -> WaveBraces.flags(reader, labels, type, path);
          case OptionType option -> option(option, type, path);
          case ResultType result -> result(result, type, path);
          case MapType map -> map(map, type, path);
          case HandleType handle -> throw textless(type, path, "a handle has no text form");
          case StreamType stream -> throw textless(type, path, "a stream has no text form");
          case FutureType future -> throw textless(type, path, "a future has no text form");
        };
    depth--;
    return value;
  }

  private ValueException textless(ValType type, ValuePath path, String why) {
    return reader.mismatch(reader.peek(), type, path, why);
  }

  private WaveToken open(Kind kind, ValType type, ValuePath path) {
    WaveToken token = reader.next();
    if (token.kind() != kind) {
      throw reader.mismatch(token, type, path, null);
    }
    return token;
  }

  private ComponentValue list(ListType list, ValType type, ValuePath path) {
    WaveToken open = open(Kind.BRACKET_OPEN, type, path);
    List<ComponentValue> elements = new ArrayList<>();
    while (reader.peek().kind() != Kind.BRACKET_CLOSE) {
      elements.add(value(list.element(), path.element(elements.size())));
      if (!reader.skipComma(Kind.BRACKET_CLOSE, path)) {
        break;
      }
    }
    WaveToken close = reader.expect(Kind.BRACKET_CLOSE, path);
    if (list.length() != null && list.length() != elements.size()) {
      throw length(open, close, type, path, elements.size(), list.length());
    }
    return new ListValue(
        list.element().structure() instanceof PrimType prim && NumberList.supports(prim)
            ? NumberList.pack(prim, elements)
            : elements);
  }

  private ComponentValue tuple(TupleType tuple, ValType type, ValuePath path) {
    WaveToken open = open(Kind.PAREN_OPEN, type, path);
    int size = tuple.elements().size();
    List<ComponentValue> elements = new ArrayList<>();
    while (reader.peek().kind() != Kind.PAREN_CLOSE) {
      if (elements.size() == size) {
        throw length(open, reader.peek(), type, path, size + 1, size);
      }
      elements.add(value(tuple.elements().get(elements.size()), path.element(elements.size())));
      if (!reader.skipComma(Kind.PAREN_CLOSE, path)) {
        break;
      }
    }
    WaveToken close = reader.expect(Kind.PAREN_CLOSE, path);
    if (elements.size() != size) {
      throw length(open, close, type, path, elements.size(), size);
    }
    return new TupleValue(elements);
  }

  private ComponentValue map(MapType map, ValType type, ValuePath path) {
    open(Kind.BRACKET_OPEN, type, path);
    List<MapValue.Entry> entries = new ArrayList<>();
    while (reader.peek().kind() != Kind.BRACKET_CLOSE) {
      reader.expect(Kind.PAREN_OPEN, path);
      ComponentValue key = value(map.key(), path.key(entries.size()));
      reader.expect(Kind.COMMA, path);
      ComponentValue value = value(map.value(), path.entryValue(entries.size()));
      reader.skipComma(Kind.PAREN_CLOSE, path);
      reader.expect(Kind.PAREN_CLOSE, path);
      entries.add(new MapValue.Entry(key, value));
      if (!reader.skipComma(Kind.BRACKET_CLOSE, path)) {
        break;
      }
    }
    reader.expect(Kind.BRACKET_CLOSE, path);
    return new MapValue(entries);
  }

  private ValueException length(
      WaveToken open, WaveToken close, ValType type, ValuePath path, int found, long expected) {
    WaveToken whole = new WaveToken(open.kind(), open.start(), close.end(), "");
    return reader.error(
        whole,
        path,
        "wave-type",
        WaveReader.describe(type),
        found > expected
            ? "more than " + expected + " elements"
            : found + (found == 1 ? " element" : " elements"),
        "it must have " + expected);
  }

  private ComponentValue enumeration(EnumType labels, ValType type, ValuePath path) {
    WaveToken token = label(type, path);
    if (!labels.labels().contains(token.text())) {
      throw unknownCase(token, labels.labels(), type, path);
    }
    return new EnumValue(token.text());
  }

  private ComponentValue variant(VariantType variant, ValType type, ValuePath path) {
    WaveToken token = label(type, path);
    for (VariantType.Case variantCase : variant.cases()) {
      if (variantCase.label().equals(token.text())) {
        return new VariantValue(token.text(), payload(token, variantCase.type(), type, path));
      }
    }
    throw unknownCase(
        token, variant.cases().stream().map(VariantType.Case::label).toList(), type, path);
  }

  private WaveToken label(ValType type, ValuePath path) {
    WaveToken token = reader.next();
    if (token.kind() == Kind.KEYWORD) {
      throw reader.mismatch(
          token, type, path, "a case that is called like a keyword is written %" + token.text());
    }
    if (token.kind() != Kind.LABEL) {
      throw reader.mismatch(token, type, path, null);
    }
    return token;
  }

  private ValueException unknownCase(
      WaveToken token, List<String> labels, ValType type, ValuePath path) {
    return reader.mismatch(token, type, path, "the labels are " + String.join(", ", labels));
  }

  private ComponentValue option(OptionType option, ValType type, ValuePath path) {
    WaveToken token = reader.peek();
    if (token.isKeyword("none")) {
      payload(reader.next(), null, type, path);
      return OptionValue.NONE;
    }
    if (token.isKeyword("some")) {
      return new OptionValue(payload(reader.next(), option.type(), type, path));
    }
    if (!mayBeFlat(option.type())) {
      throw reader.mismatch(token, type, path, "it is written some(…) or none");
    }
    return new OptionValue(value(option.type(), path));
  }

  private ComponentValue result(ResultType result, ValType type, ValuePath path) {
    WaveToken token = reader.peek();
    if (token.isKeyword("ok")) {
      return new ResultValue(true, payload(reader.next(), result.ok(), type, path));
    }
    if (token.isKeyword("err")) {
      return new ResultValue(false, payload(reader.next(), result.err(), type, path));
    }
    if (result.ok() == null || !mayBeFlat(result.ok())) {
      throw reader.mismatch(token, type, path, "it is written ok, ok(…), err or err(…)");
    }
    return new ResultValue(true, value(result.ok(), path));
  }

  private static boolean mayBeFlat(ValType payload) {
    return !(payload.structure() instanceof OptionType)
        && !(payload.structure() instanceof ResultType);
  }

  private @Nullable ComponentValue payload(
      WaveToken label, @Nullable ValType payloadType, ValType type, ValuePath path) {
    boolean given = reader.peek().kind() == Kind.PAREN_OPEN;
    if (payloadType == null) {
      if (given) {
        throw reader.error(
            reader.peek(),
            path,
            "wave-type",
            label.text() + " alone",
            "a payload",
            "the type is " + WaveReader.describe(type));
      }
      return null;
    }
    if (!given) {
      throw reader.error(
          label,
          path,
          "wave-type",
          label.text() + "(" + WaveReader.describe(payloadType) + ")",
          label.text() + " without a payload",
          null);
    }
    reader.next();
    ComponentValue value = value(payloadType, path.inCase(label.text()));
    reader.expect(Kind.PAREN_CLOSE, path);
    return value;
  }
}
