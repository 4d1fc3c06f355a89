package dev.mortise.jsbridge.script;

import dev.mortise.jsbridge.entry.EntryOps;
import dev.mortise.runtime.type.ListType;
import dev.mortise.runtime.type.MapType;
import dev.mortise.runtime.type.OptionType;
import dev.mortise.runtime.type.RecordType;
import dev.mortise.runtime.type.ResultType;
import dev.mortise.runtime.type.StructuralType;
import dev.mortise.runtime.type.TupleType;
import dev.mortise.runtime.type.VariantType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values as the objects of classgen's classes: methods of the generated entry. */
record TypedVocabulary(EntryOps ops) implements Vocabulary {
  private static String call(String method, @Nullable String... arguments) {
    StringBuilder call = new StringBuilder(Home.ENTRY + ".").append(method).append('(');
    String separator = "";
    for (String argument : arguments) {
      if (argument != null) {
        call.append(separator).append(argument);
        separator = ", ";
      }
    }
    return call.append(')').toString();
  }

  @Override
  public String suffix(StructuralType type) {
    return String.valueOf(ops.number(type));
  }

  @Override
  public void requireHandles() {}

  @Override
  public String product(StructuralType type, List<String> parts) {
    return call(
        type instanceof RecordType record ? ops.newRecord(record) : ops.newTuple((TupleType) type),
        parts.toArray(String[]::new));
  }

  @Override
  public String part(StructuralType type, int index, String whole) {
    return call(
        type instanceof RecordType record
            ? ops.field(record, index)
            : ops.element((TupleType) type, index),
        whole);
  }

  @Override
  public String choice(VariantType type, int index, @Nullable String payload) {
    return call(ops.newCase(type, index), payload);
  }

  @Override
  public String caseOf(VariantType type, String whole) {
    return call(ops.caseOf(type), whole);
  }

  @Override
  public String payload(VariantType type, int index, String whole) {
    return call(ops.payload(type, index), whole);
  }

  @Override
  public String option(OptionType type, @Nullable String value) {
    return value == null ? call("none") : call(ops.some(type), value);
  }

  @Override
  public String isSome(OptionType type, String whole) {
    return call("isSome", whole);
  }

  @Override
  public String value(OptionType type, String whole) {
    return call(ops.value(type), whole);
  }

  @Override
  public String result(ResultType type, boolean ok, @Nullable String payload) {
    return call(ops.newResult(type, ok), payload);
  }

  @Override
  public String isOk(ResultType type, String whole) {
    return call("isOk", whole);
  }

  @Override
  public String payload(ResultType type, boolean ok, String whole) {
    return call(ops.payload(type, ok), whole);
  }

  @Override
  public String numbers(ListType type, String array) {
    return array;
  }

  @Override
  public String array(ListType type, String list) {
    return list;
  }

  @Override
  public String add(ListType type, String list, String element) {
    return call(ops.addElement(type), list, element);
  }

  @Override
  public String list(ListType type, String list) {
    return list;
  }

  @Override
  public String size(String list) {
    return call("size", list);
  }

  @Override
  public String element(ListType type, String list, String index) {
    return call(ops.element(type), list, index);
  }

  @Override
  public String put(MapType type, String map, String key, String value) {
    return call(ops.put(type), map, key, value);
  }

  @Override
  public String newMap(MapType type) {
    return call("map");
  }

  @Override
  public String map(MapType type, String map) {
    return map;
  }

  @Override
  public String entries(MapType type, String map) {
    return call("entries", map);
  }

  @Override
  public String entry(MapType type, boolean key, String entries, String index) {
    return call(ops.entry(type, key), entries, index);
  }
}
