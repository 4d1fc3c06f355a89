package dev.mortise.jsbridge.script;

import dev.mortise.classgen.mapping.UnmappableTypeException;
import dev.mortise.jsbridge.untyped.ValueTypes;
import dev.mortise.runtime.type.ListType;
import dev.mortise.runtime.type.MapType;
import dev.mortise.runtime.type.OptionType;
import dev.mortise.runtime.type.ResultType;
import dev.mortise.runtime.type.StructuralType;
import dev.mortise.runtime.type.VariantType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Values without types, for functions that have no form in Java: methods of {@link
 * dev.mortise.jsbridge.untyped.ValueEntry}.
 */
record ValueVocabulary(ValueTypes types) implements Vocabulary {
  private String call(String method, StructuralType type, String... arguments) {
    return "V."
        + method
        + "("
        + types.number(type)
        + (arguments.length == 0 ? "" : ", ")
        + String.join(", ", arguments)
        + ")";
  }

  private static String orUndefined(@Nullable String wire) {
    return wire == null ? "undefined" : wire;
  }

  @Override
  public String suffix(StructuralType type) {
    return "Value" + types.number(type);
  }

  @Override
  public void requireHandles() {
    throw new UnmappableTypeException(
        "not supported yet: resources in functions that have no form in Java");
  }

  @Override
  public String product(StructuralType type, List<String> parts) {
    return call("product", type, "[" + String.join(", ", parts) + "]");
  }

  @Override
  public String part(StructuralType type, int index, String whole) {
    return call("part", type, String.valueOf(index), whole);
  }

  @Override
  public String choice(VariantType type, int index, @Nullable String payload) {
    return call("choice", type, String.valueOf(index), orUndefined(payload));
  }

  @Override
  public String caseOf(VariantType type, String whole) {
    return call("caseOf", type, whole);
  }

  @Override
  public String payload(VariantType type, int index, String whole) {
    return call("payload", type, String.valueOf(index), whole);
  }

  @Override
  public String option(OptionType type, @Nullable String value) {
    return call("choice", type, value == null ? "0" : "1", orUndefined(value));
  }

  @Override
  public String isSome(OptionType type, String whole) {
    return "(" + call("caseOf", type, whole) + " === 1)";
  }

  @Override
  public String value(OptionType type, String whole) {
    return call("payload", type, "1", whole);
  }

  @Override
  public String result(ResultType type, boolean ok, @Nullable String payload) {
    return call("choice", type, ok ? "0" : "1", orUndefined(payload));
  }

  @Override
  public String isOk(ResultType type, String whole) {
    return "(" + call("caseOf", type, whole) + " === 0)";
  }

  @Override
  public String payload(ResultType type, boolean ok, String whole) {
    return call("payload", type, ok ? "0" : "1", whole);
  }

  @Override
  public String numbers(ListType type, String array) {
    return call("numbers", type, array);
  }

  @Override
  public String array(ListType type, String list) {
    return call("array", type, list);
  }

  @Override
  public String add(ListType type, String list, String element) {
    return call("add", type, list, element);
  }

  @Override
  public String list(ListType type, String list) {
    return call("list", type, list);
  }

  @Override
  public String size(String list) {
    return "V.size(" + list + ")";
  }

  @Override
  public String element(ListType type, String list, String index) {
    return call("element", type, list, index);
  }

  @Override
  public String put(MapType type, String map, String key, String value) {
    return call("put", type, map, key, value);
  }

  @Override
  public String newMap(MapType type) {
    return Home.ENTRY + ".list(0)";
  }

  @Override
  public String map(MapType type, String map) {
    return call("map", type, map);
  }

  @Override
  public String entries(MapType type, String map) {
    return map;
  }

  @Override
  public String entry(MapType type, boolean key, String entries, String index) {
    return call(key ? "key" : "value", type, entries, index);
  }
}
