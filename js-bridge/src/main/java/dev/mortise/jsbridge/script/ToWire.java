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
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Writes the body of a function that checks its parameter {@code value} and gives its wire. A value
 * is read in the order of its type, each part once: what a getter gives is what is checked and what
 * passes.
 */
final class ToWire {
  private final Converters all;
  private final Vocabulary words;
  private final Js js;

  ToWire(Converters all, Vocabulary words, Js js) {
    this.all = all;
    this.words = words;
    this.js = js;
  }

  void write(StructuralType type, String name) {
    switch (type) {
      case RecordType record -> recordTo(record, name);
      case TupleType tuple -> tupleTo(tuple, name);
      case VariantType variant -> variantTo(variant, name);
      case EnumType labels -> enumTo(labels, name);
      case FlagsType flags -> flagsTo(flags, name);
      case OptionType option -> optionTo(option, name);
      case ResultType result -> resultTo(result, name);
      case ListType list -> listTo(list, name);
      case MapType map -> mapTo(map, name);
      case StreamType stream -> throw new UnmappableTypeException("not supported yet: stream");
      case FutureType future -> throw new UnmappableTypeException("not supported yet: future");
      case PrimType prim -> throw new IllegalStateException("written in place");
      case HandleType handle -> throw new IllegalStateException("written in place");
    }
  }

  private void requireObject(String name, String expected) {
    js.open(
        "if (typeof value !== \"object\" && typeof value !== \"function\" || value === null) {");
    js.line("no(value, " + name + ", " + Js.quote(expected) + ");");
    js.close("}");
  }

  private void recordTo(RecordType record, String name) {
    requireObject(
        name,
        "an object with "
            + record.fields().stream()
                .map(f -> JsNames.member(f.label()))
                .collect(Collectors.joining(", ")));
    List<String> reads = new ArrayList<>();
    List<String> labels = new ArrayList<>();
    for (int i = 0; i < record.fields().size(); i++) {
      String member = JsNames.member(record.fields().get(i).label());
      reads.add("value[" + Js.quote(member) + "]");
      labels.add("field " + Js.quote(member));
    }
    parts(record.fields().stream().map(RecordType.Field::type).toList(), reads, labels, record);
  }

  private void tupleTo(TupleType tuple, String name) {
    int size = tuple.elements().size();
    js.open("if (!isArray(value) || value.length !== " + size + ") {");
    js.line(
        "refuse(\"value-type\", "
            + name
            + ", \"an array of "
            + size
            + "\", isArray(value) ? `an array of ${value.length}` : brief(value));");
    js.close("}");
    parts(
        tuple.elements(),
        IntStream.range(0, size).mapToObj(i -> "value[" + i + "]").toList(),
        IntStream.range(0, size).mapToObj(i -> "element " + i).toList(),
        tuple);
  }

  /** Reads and converts the parts of a value in order, and makes the wire of the whole. */
  private void parts(
      List<ValType> types, List<String> reads, List<String> labels, StructuralType whole) {
    js.line("let part = 0;");
    js.open("try {");
    List<String> wires = new ArrayList<>();
    for (int i = 0; i < types.size(); i++) {
      js.line("const v" + i + " = " + reads.get(i) + ";");
      js.line("const w" + i + " = " + all.toWire(types.get(i), "v" + i) + ";");
      js.line("part = " + (i + 1) + ";");
      wires.add("w" + i);
    }
    js.line("return " + words.product(whole, wires) + ";");
    js.next("} catch (e) {");
    js.open("switch (part) {");
    for (int i = 0; i < labels.size(); i++) {
      js.line("case " + i + ": throw at(e, " + Js.quote(labels.get(i)) + ");");
    }
    js.line("default: throw e;");
    js.close("}");
    js.close("}");
  }

  private void variantTo(VariantType variant, String name) {
    requireObject(name, "an object { tag, val }");
    js.line("const tag = value.tag;");
    js.open("switch (tag) {");
    for (int i = 0; i < variant.cases().size(); i++) {
      VariantType.Case c = variant.cases().get(i);
      int index = i;
      choice(c.label(), c.type(), payload -> words.choice(variant, index, payload));
    }
    List<String> labels = variant.cases().stream().map(VariantType.Case::label).toList();
    js.line("default: " + noTag(labels, name));
    js.close("}");
  }

  /** A case of a {@code switch} over the tag. */
  private void choice(
      String label, @Nullable ValType payload, Function<@Nullable String, String> maker) {
    if (payload == null) {
      js.line("case " + Js.quote(label) + ": return " + maker.apply(null) + ";");
      return;
    }
    js.open("case " + Js.quote(label) + ": {");
    js.line("const val = value.val;");
    js.open("try {");
    js.line("return " + maker.apply(all.toWire(payload, "val")) + ";");
    js.next("} catch (e) {");
    js.line("throw at(e, " + Js.quote("case \"" + label + "\"") + ");");
    js.close("}");
    js.close("}");
  }

  private static String noTag(List<String> labels, String name) {
    return "refuse(\"value-type\", "
        + name
        + ", "
        + Js.quote("a tag that is one of " + list(labels))
        + ", brief(tag));";
  }

  private static String list(List<String> labels) {
    String list =
        labels.stream().limit(12).map(l -> '"' + l + '"').collect(Collectors.joining(", "));
    return labels.size() > 12 ? list + ", …" : list;
  }

  private void enumTo(EnumType labels, String name) {
    js.open("switch (value) {");
    for (int i = 0; i < labels.labels().size(); i++) {
      js.line("case " + Js.quote(labels.labels().get(i)) + ": return " + i + ";");
    }
    js.line(
        "default: refuse(\"value-type\", "
            + name
            + ", "
            + Js.quote("one of " + list(labels.labels()))
            + ", brief(value));");
    js.close("}");
  }

  private void flagsTo(FlagsType flags, String name) {
    requireObject(name, "an object of booleans");
    js.line("let bits = 0;");
    for (int i = 0; i < flags.labels().size(); i++) {
      String member = JsNames.member(flags.labels().get(i));
      js.line("const v" + i + " = value[" + Js.quote(member) + "];");
      js.open("if (v" + i + " !== undefined && v" + i + " !== false) {");
      js.open("if (v" + i + " !== true) {");
      js.line(
          "refuse(\"value-type\", "
              + name
              + ", "
              + Js.quote("a boolean or undefined as " + member)
              + ", brief(v"
              + i
              + "));");
      js.close("}");
      js.line("bits |= 1 << " + i + ";");
      js.close("}");
    }
    js.line("return bits;");
  }

  private void optionTo(OptionType option, String name) {
    if (!(option.type().structure() instanceof OptionType)) {
      js.line(
          "if (value === undefined || value === null) return " + words.option(option, null) + ";");
      js.line("return " + words.option(option, all.toWire(option.type(), "value")) + ";");
      return;
    }
    requireObject(name, "an object { tag: \"some\", val } or { tag: \"none\" }");
    js.line("const tag = value.tag;");
    js.open("switch (tag) {");
    js.line("case \"none\": return " + words.option(option, null) + ";");
    choice("some", option.type(), value -> words.option(option, value));
    js.line("default: " + noTag(List.of("some", "none"), name));
    js.close("}");
  }

  private void resultTo(ResultType result, String name) {
    requireObject(name, "an object { tag: \"ok\" or \"err\", val }");
    js.line("const tag = value.tag;");
    js.open("switch (tag) {");
    choice("ok", result.ok(), payload -> words.result(result, true, payload));
    choice("err", result.err(), payload -> words.result(result, false, payload));
    js.line("default: " + noTag(List.of("ok", "err"), name));
    js.close("}");
  }

  private void listTo(ListType list, String name) {
    js.line("if (!isArray(value)) no(value, " + name + ", \"an array\");");
    js.line("const length = value.length;");
    if (list.length() != null) {
      js.line("checkLength(length, " + list.length() + ", " + name + ");");
    }
    js.line("const list = " + Home.ENTRY + ".list(length);");
    js.line("let i = 0;");
    js.open("try {");
    js.open("for (; i < length; i++) {");
    js.line("const v = value[i];");
    js.line(words.add(list, "list", all.toWire(list.element(), "v")) + ";");
    js.close("}");
    js.next("} catch (e) {");
    js.line("throw inElement(e, i);");
    js.close("}");
    js.line("return " + words.list(list, "list") + ";");
  }

  private void mapTo(MapType map, String name) {
    js.line("const map = " + words.newMap(map) + ";");
    js.open("eachEntry(value, " + name + ", (k, v) => {");
    js.line("let part = \"key\";");
    js.open("try {");
    js.line("const key = " + all.toWire(map.key(), "k") + ";");
    js.line("part = `value of ${brief(k)}`;");
    js.line(words.put(map, "map", "key", all.toWire(map.value(), "v")) + ";");
    js.next("} catch (e) {");
    js.line("throw at(e, part);");
    js.close("}");
    js.close("});");
    js.line("return " + words.map(map, "map") + ";");
  }
}
