package dev.mortise.jsbridge.script;

import dev.mortise.classgen.mapping.UnmappableTypeException;
import dev.mortise.jsbridge.entry.EntryOps;
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
import dev.mortise.runtime.value.NumberList;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Writes the functions that convert values: {@code toN} checks a JavaScript value and gives its
 * wire, {@code fromN} makes a JavaScript value of a wire; N is the number of the type. Each is
 * written once, after those that it calls.
 *
 * <p>A value is read in the order of its type, each part once: what a getter gives is what is
 * checked and what passes.
 */
final class Converters {
  private static final int LONGEST_TYPE = 80;

  private final EntryOps ops;
  private final ResourceNames resources;
  private final Js text;
  private final Set<String> written = new HashSet<>();

  Converters(EntryOps ops, ResourceNames resources, Js text) {
    this.ops = ops;
    this.resources = resources;
    this.text = text;
  }

  /**
   * The expression of a value's wire.
   *
   * @param id an identifier of the value
   */
  String toWire(ValType type, String id) {
    StructuralType structure = type.structure();
    if (structure instanceof PrimType prim) {
      requireForm(prim);
      return Scalars.toWire(prim, id);
    }
    if (structure instanceof HandleType handle) {
      return resources.toWire(handle, id);
    }
    if (structure instanceof ListType list && element(list) != null) {
      return "numbers(E, "
          + id
          + ", \""
          + element(list)
          + "\", "
          + name(type)
          + (list.length() == null ? "" : ", " + list.length())
          + ")";
    }
    String function = "to" + ops.number(structure);
    if (!written.contains(function)) {
      Js js = new Js();
      js.open("const " + function + " = (value) => {");
      writeTo(js, structure, name(type));
      js.close("};");
      text.lines(js);
      written.add(function);
    }
    return function + "(" + id + ")";
  }

  /** The expression of a wire's value. */
  String fromWire(ValType type, String wire) {
    StructuralType structure = type.structure();
    if (structure instanceof PrimType prim) {
      requireForm(prim);
      return Scalars.fromWire(prim, wire);
    }
    if (structure instanceof HandleType handle) {
      return resources.fromWire(handle, wire);
    }
    if (structure instanceof ListType list && element(list) != null) {
      return "typed(E, " + wire + ", \"" + element(list) + "\")";
    }
    String function = "from" + ops.number(structure);
    if (!written.contains(function)) {
      Js js = new Js();
      js.open("const " + function + " = (wire) => {");
      writeFrom(js, structure);
      js.close("};");
      text.lines(js);
      written.add(function);
    }
    return function + "(" + wire + ")";
  }

  private static void requireForm(PrimType type) {
    if (type == PrimType.ERROR_CONTEXT) {
      throw new UnmappableTypeException("not supported yet: error-context");
    }
  }

  /** The element of a list that is a typed array, or null. */
  private static @Nullable PrimType element(ListType list) {
    return list.element().structure() instanceof PrimType prim && NumberList.supports(prim)
        ? prim
        : null;
  }

  /** The type as messages name it. */
  static String name(ValType type) {
    String name = type.toString();
    return Js.quote(
        name.length() > LONGEST_TYPE ? name.substring(0, LONGEST_TYPE - 2) + " …" : name);
  }

  private void writeTo(Js js, StructuralType type, String name) {
    switch (type) {
      case RecordType record -> recordTo(js, record, name);
      case TupleType tuple -> tupleTo(js, tuple, name);
      case VariantType variant -> variantTo(js, variant, name);
      case EnumType labels -> enumTo(js, labels, name);
      case FlagsType flags -> flagsTo(js, flags, name);
      case OptionType option -> optionTo(js, option, name);
      case ResultType result -> resultTo(js, result, name);
      case ListType list -> listTo(js, list, name);
      case MapType map -> mapTo(js, map, name);
      case StreamType stream -> throw new UnmappableTypeException("not supported yet: stream");
      case FutureType future -> throw new UnmappableTypeException("not supported yet: future");
      case PrimType prim -> throw new IllegalStateException("written in place");
      case HandleType handle -> throw new IllegalStateException("written in place");
    }
  }

  private void writeFrom(Js js, StructuralType type) {
    switch (type) {
      case RecordType record ->
          js.line(
              "return { "
                  + IntStream.range(0, record.fields().size())
                      .mapToObj(
                          i ->
                              key(JsNames.member(record.fields().get(i).label()))
                                  + ": "
                                  + part(record.fields().get(i).type(), ops.field(record, i)))
                      .collect(Collectors.joining(", "))
                  + " };");
      case TupleType tuple ->
          js.line(
              "return ["
                  + IntStream.range(0, tuple.elements().size())
                      .mapToObj(i -> part(tuple.elements().get(i), ops.element(tuple, i)))
                      .collect(Collectors.joining(", "))
                  + "];");
      case VariantType variant -> variantFrom(js, variant);
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
      case OptionType option -> optionFrom(js, option);
      case ResultType result -> {
        String ok =
            result.ok() == null ? "undefined" : part(result.ok(), ops.payload(result, true));
        String err =
            result.err() == null ? "undefined" : part(result.err(), ops.payload(result, false));
        js.line("return E.isOk(wire)");
        js.line("  ? { tag: \"ok\", val: " + ok + " }");
        js.line("  : { tag: \"err\", val: " + err + " };");
      }
      case ListType list -> {
        String get = fromWire(list.element(), "E." + ops.element(list) + "(wire, i)");
        js.line("const length = E.size(wire);");
        js.line("const list = [];");
        js.line("for (let i = 0; i < length; i++) list[i] = " + get + ";");
        js.line("return list;");
      }
      case MapType map -> {
        String key = fromWire(map.key(), "E." + ops.entry(map, true) + "(entries, i)");
        String value = fromWire(map.value(), "E." + ops.entry(map, false) + "(entries, i)");
        js.line("const entries = E.entries(wire);");
        js.line("const length = E.size(entries);");
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

  private String part(ValType type, String getter) {
    return fromWire(type, "E." + getter + "(wire)");
  }

  private static String key(String name) {
    return Js.isIdentifier(name) ? name : Js.quote(name);
  }

  private static void requireObject(Js js, String name, String expected) {
    js.open(
        "if (typeof value !== \"object\" && typeof value !== \"function\" || value === null) {");
    js.line("no(value, " + name + ", " + Js.quote(expected) + ");");
    js.close("}");
  }

  private void recordTo(Js js, RecordType record, String name) {
    requireObject(
        js,
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
    parts(
        js,
        record.fields().stream().map(RecordType.Field::type).toList(),
        reads,
        labels,
        ops.newRecord(record));
  }

  private void tupleTo(Js js, TupleType tuple, String name) {
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
        js,
        tuple.elements(),
        IntStream.range(0, size).mapToObj(i -> "value[" + i + "]").toList(),
        IntStream.range(0, size).mapToObj(i -> "element " + i).toList(),
        ops.newTuple(tuple));
  }

  /** Reads and converts the parts of a value in order, and makes the wire of the whole. */
  private void parts(
      Js js, List<ValType> types, List<String> reads, List<String> labels, String maker) {
    js.line("let part = 0;");
    js.open("try {");
    List<String> wires = new ArrayList<>();
    for (int i = 0; i < types.size(); i++) {
      js.line("const v" + i + " = " + reads.get(i) + ";");
      js.line("const w" + i + " = " + toWire(types.get(i), "v" + i) + ";");
      js.line("part = " + (i + 1) + ";");
      wires.add("w" + i);
    }
    js.line("return E." + maker + "(" + String.join(", ", wires) + ");");
    js.next("} catch (e) {");
    js.open("switch (part) {");
    for (int i = 0; i < labels.size(); i++) {
      js.line("case " + i + ": throw at(e, " + Js.quote(labels.get(i)) + ");");
    }
    js.line("default: throw e;");
    js.close("}");
    js.close("}");
  }

  private void variantTo(Js js, VariantType variant, String name) {
    requireObject(js, name, "an object { tag, val }");
    js.line("const tag = value.tag;");
    js.open("switch (tag) {");
    for (int i = 0; i < variant.cases().size(); i++) {
      VariantType.Case c = variant.cases().get(i);
      choice(js, c.label(), c.type(), ops.newCase(variant, i));
    }
    List<String> labels = variant.cases().stream().map(VariantType.Case::label).toList();
    js.line("default: " + noTag(labels, name));
    js.close("}");
  }

  /** A case of a {@code switch} over the tag. */
  private void choice(Js js, String label, @Nullable ValType payload, String maker) {
    if (payload == null) {
      js.line("case " + Js.quote(label) + ": return E." + maker + "();");
      return;
    }
    js.open("case " + Js.quote(label) + ": {");
    js.line("const val = value.val;");
    js.open("try {");
    js.line("return E." + maker + "(" + toWire(payload, "val") + ");");
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

  private void variantFrom(Js js, VariantType variant) {
    js.open("switch (E." + ops.caseOf(variant) + "(wire)) {");
    for (int i = 0; i < variant.cases().size(); i++) {
      VariantType.Case c = variant.cases().get(i);
      ValType payload = c.type();
      js.line(
          "case "
              + i
              + ": return { tag: "
              + Js.quote(c.label())
              + (payload == null ? "" : ", val: " + part(payload, ops.payload(variant, i)))
              + " };");
    }
    js.close("}");
  }

  private void enumTo(Js js, EnumType labels, String name) {
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

  private void flagsTo(Js js, FlagsType flags, String name) {
    requireObject(js, name, "an object of booleans");
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

  private void optionTo(Js js, OptionType option, String name) {
    if (!(option.type().structure() instanceof OptionType)) {
      js.line("if (value === undefined || value === null) return E.none();");
      js.line("return E." + ops.some(option) + "(" + toWire(option.type(), "value") + ");");
      return;
    }
    requireObject(js, name, "an object { tag: \"some\", val } or { tag: \"none\" }");
    js.line("const tag = value.tag;");
    js.open("switch (tag) {");
    js.line("case \"none\": return E.none();");
    choice(js, "some", option.type(), ops.some(option));
    js.line("default: " + noTag(List.of("some", "none"), name));
    js.close("}");
  }

  private void optionFrom(Js js, OptionType option) {
    String value = part(option.type(), ops.value(option));
    if (option.type().structure() instanceof OptionType) {
      js.line("return E.isSome(wire) ? { tag: \"some\", val: " + value + " } : { tag: \"none\" };");
    } else {
      js.line("return E.isSome(wire) ? " + value + " : undefined;");
    }
  }

  private void resultTo(Js js, ResultType result, String name) {
    requireObject(js, name, "an object { tag: \"ok\" or \"err\", val }");
    js.line("const tag = value.tag;");
    js.open("switch (tag) {");
    choice(js, "ok", result.ok(), ops.newResult(result, true));
    choice(js, "err", result.err(), ops.newResult(result, false));
    js.line("default: " + noTag(List.of("ok", "err"), name));
    js.close("}");
  }

  private void listTo(Js js, ListType list, String name) {
    js.line("if (!isArray(value)) no(value, " + name + ", \"an array\");");
    js.line("const length = value.length;");
    if (list.length() != null) {
      js.line("checkLength(length, " + list.length() + ", " + name + ");");
    }
    js.line("const list = E.list(length);");
    js.line("let i = 0;");
    js.open("try {");
    js.open("for (; i < length; i++) {");
    js.line("const v = value[i];");
    js.line("E." + ops.addElement(list) + "(list, " + toWire(list.element(), "v") + ");");
    js.close("}");
    js.next("} catch (e) {");
    js.line("throw inElement(e, i);");
    js.close("}");
    js.line("return list;");
  }

  private void mapTo(Js js, MapType map, String name) {
    js.line("const map = E.map();");
    js.open("eachEntry(value, " + name + ", (k, v) => {");
    js.line("let part = \"key\";");
    js.open("try {");
    js.line("const key = " + toWire(map.key(), "k") + ";");
    js.line("part = `value of ${brief(k)}`;");
    js.line("E." + ops.put(map) + "(map, key, " + toWire(map.value(), "v") + ");");
    js.next("} catch (e) {");
    js.line("throw at(e, part);");
    js.close("}");
    js.close("});");
    js.line("return map;");
  }
}
