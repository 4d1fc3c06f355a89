package dev.mortise.jsbridge.script;

import dev.mortise.classgen.mapping.UnmappableTypeException;
import dev.mortise.runtime.type.HandleType;
import dev.mortise.runtime.type.ListType;
import dev.mortise.runtime.type.PrimType;
import dev.mortise.runtime.type.StructuralType;
import dev.mortise.runtime.type.ValType;
import dev.mortise.runtime.value.NumberList;
import java.util.HashSet;
import java.util.Set;
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

  private final Vocabulary words;
  private final ResourceNames resources;
  private final Js text;
  private final Set<String> written = new HashSet<>();

  Converters(Vocabulary words, ResourceNames resources, Js text) {
    this.words = words;
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
      words.requireHandles();
      return resources.toWire(handle, id);
    }
    if (structure instanceof ListType list && element(list) != null) {
      String length = list.length() == null ? "" : ", " + list.length();
      return words.numbers(
          list, "numbers(E, " + id + ", \"" + element(list) + "\", " + name(type) + length + ")");
    }
    String function = "to" + words.suffix(structure);
    if (!written.contains(function)) {
      Js js = new Js();
      js.open(Home.function(function, "value"));
      new ToWire(this, words, js).write(structure, name(type));
      js.close(Home.END);
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
      words.requireHandles();
      return resources.fromWire(handle, wire);
    }
    if (structure instanceof ListType list && element(list) != null) {
      return "typed(E, " + words.array(list, wire) + ", \"" + element(list) + "\")";
    }
    String function = "from" + words.suffix(structure);
    if (!written.contains(function)) {
      Js js = new Js();
      js.open(Home.function(function, "wire"));
      new FromWire(this, words, js).write(structure);
      js.close(Home.END);
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
}
