package dev.mortise.jsbridge.script;

import dev.mortise.classgen.mapping.UnmappableTypeException;
import dev.mortise.jsbridge.shape.JsNames;
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
import dev.mortise.runtime.type.StructuralType;
import dev.mortise.runtime.type.TupleType;
import dev.mortise.runtime.type.ValType;
import dev.mortise.runtime.type.VariantType;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Writes the body of a function that makes a JavaScript value of its parameter {@code wire}. */
final class FromWire {
  private final Converters all;
  private final Vocabulary words;
  private final Js js;

  FromWire(Converters all, Vocabulary words, Js js) {
    this.all = all;
    this.words = words;
    this.js = js;
  }

  void write(StructuralType type) {
    switch (type) {
      case RecordType record ->
          js.line(
              "return { "
                  + IntStream.range(0, record.fields().size())
                      .mapToObj(
                          i ->
                              key(JsNames.member(record.fields().get(i).label()))
                                  + ": "
                                  + all.fromWire(
                                      record.fields().get(i).type(), words.part(record, i, "wire")))
                      .collect(Collectors.joining(", "))
                  + " };");
      case TupleType tuple ->
          js.line(
              "return ["
                  + IntStream.range(0, tuple.elements().size())
                      .mapToObj(
                          i -> all.fromWire(tuple.elements().get(i), words.part(tuple, i, "wire")))
                      .collect(Collectors.joining(", "))
                  + "];");
      case VariantType variant -> variantFrom(variant);
      case EnumType labels -> {
        js.open("switch (wire) {");
        for (int i = 0; i < labels.labels().size(); i++) {
          js.line("case " + i + ": return " + Js.quote(labels.labels().get(i)) + ";");
        }
        js.close("}");
      }
      case FlagsType flags ->
          js.line(
              "return { "
                  + IntStream.range(0, flags.labels().size())
                      .mapToObj(
                          i ->
                              key(JsNames.member(flags.labels().get(i)))
                                  + ": (wire >>> "
                                  + i
                                  + " & 1) === 1")
                      .collect(Collectors.joining(", "))
                  + " };");
      case OptionType option -> optionFrom(option);
      case ResultType result -> {
        String ok = payload(result.ok(), result, true);
        String err = payload(result.err(), result, false);
        js.line("return " + words.isOk(result, "wire"));
        js.line("  ? { tag: \"ok\", val: " + ok + " }");
        js.line("  : { tag: \"err\", val: " + err + " };");
      }
      case ListType list -> {
        String get = all.fromWire(list.element(), words.element(list, "wire", "i"));
        js.line("const length = " + words.size("wire") + ";");
        js.line("const list = [];");
        js.line("for (let i = 0; i < length; i++) list[i] = " + get + ";");
        js.line("return list;");
      }
      case MapType map -> {
        String key = all.fromWire(map.key(), words.entry(map, true, "entries", "i"));
        String value = all.fromWire(map.value(), words.entry(map, false, "entries", "i"));
        js.line("const entries = " + words.entries(map, "wire") + ";");
        js.line("const length = " + words.size("entries") + ";");
        js.line("const map = new JsMap();");
        js.line("for (let i = 0; i < length; i++) putEntry(map, " + key + ", " + value + ");");
        js.line("return map;");
      }
      case StreamType stream -> throw new UnmappableTypeException("not supported yet: stream");
      case FutureType future -> throw new UnmappableTypeException("not supported yet: future");
      case PrimType prim -> throw new IllegalStateException("written in place");
      case HandleType handle -> throw new IllegalStateException("written in place");
    }
  }

  private String payload(@Nullable ValType type, ResultType result, boolean ok) {
    return type == null ? "undefined" : all.fromWire(type, words.payload(result, ok, "wire"));
  }

  private void variantFrom(VariantType variant) {
    js.open("switch (" + words.caseOf(variant, "wire") + ") {");
    for (int i = 0; i < variant.cases().size(); i++) {
      VariantType.Case c = variant.cases().get(i);
      ValType payload = c.type();
      js.line(
          "case "
              + i
              + ": return { tag: "
              + Js.quote(c.label())
              + (payload == null
                  ? ""
                  : ", val: " + all.fromWire(payload, words.payload(variant, i, "wire")))
              + " };");
    }
    js.close("}");
  }

  private void optionFrom(OptionType option) {
    String value = all.fromWire(option.type(), words.value(option, "wire"));
    String isSome = words.isSome(option, "wire");
    if (option.type().structure() instanceof OptionType) {
      js.line("return " + isSome + " ? { tag: \"some\", val: " + value + " } : { tag: \"none\" };");
    } else {
      js.line("return " + isSome + " ? " + value + " : undefined;");
    }
  }

  private static String key(String name) {
    return Js.isIdentifier(name) ? name : Js.quote(name);
  }
}
