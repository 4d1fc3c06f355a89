package dev.mortise.jsbridge.script;

import dev.mortise.runtime.type.ListType;
import dev.mortise.runtime.type.MapType;
import dev.mortise.runtime.type.OptionType;
import dev.mortise.runtime.type.ResultType;
import dev.mortise.runtime.type.StructuralType;
import dev.mortise.runtime.type.VariantType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The expressions that make and read values on the Java side. What they give and take are wires; an
 * expression may be evaluated once.
 *
 * <p>Each throws {@link dev.mortise.classgen.mapping.UnmappableTypeException} for a type that it
 * has no form of.
 */
interface Vocabulary {
  /** How the names of conversions end, to tell them from those of another vocabulary. */
  String suffix(StructuralType type);

  /** Checks that there may be handles. */
  void requireHandles();

  /** A record or tuple of its parts. */
  String product(StructuralType type, List<String> parts);

  /** A part of a record or tuple. */
  String part(StructuralType type, int index, String whole);

  /** A variant of a case. */
  String choice(VariantType type, int index, @Nullable String payload);

  /** The number of a variant's case. */
  String caseOf(VariantType type, String whole);

  /** The payload of a variant of a case. */
  String payload(VariantType type, int index, String whole);

  /** An option with a value, or without. */
  String option(OptionType type, @Nullable String value);

  /** Whether an option has a value. */
  String isSome(OptionType type, String whole);

  /** The value of an option that has one. */
  String value(OptionType type, String whole);

  /** A result. */
  String result(ResultType type, boolean ok, @Nullable String payload);

  /** Whether a result is success. */
  String isOk(ResultType type, String whole);

  /** The payload of a result. */
  String payload(ResultType type, boolean ok, String whole);

  /** The list of a Java array of numbers. */
  String numbers(ListType type, String array);

  /** The Java array of a list of numbers. */
  String array(ListType type, String list);

  /** Adds an element to a Java list. */
  String add(ListType type, String list, String element);

  /** The list of a Java list to which elements were added. */
  String list(ListType type, String list);

  /** How many elements a list has. */
  String size(String list);

  /** An element of a list. */
  String element(ListType type, String list, String index);

  /** Puts an entry into a Java map or list of entries. */
  String put(MapType type, String map, String key, String value);

  /** What entries are put into. */
  String newMap(MapType type);

  /** The map of what entries were put into. */
  String map(MapType type, String map);

  /** The entries of a map, as a list. */
  String entries(MapType type, String map);

  /** The key of one of the entries of a map, or its value. */
  String entry(MapType type, boolean key, String entries, String index);
}
