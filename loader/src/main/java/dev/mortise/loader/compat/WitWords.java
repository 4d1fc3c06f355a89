package dev.mortise.loader.compat;

import dev.mortise.runtime.type.ExternType;
import dev.mortise.runtime.type.FuncType;
import dev.mortise.runtime.type.InstanceType;
import dev.mortise.runtime.type.NamedType;
import java.util.List;
import java.util.stream.Collectors;

/** Items as messages name them. */
final class WitWords {
  /** The most functions of an interface that are shown. */
  private static final int SHOWN = 5;

  private WitWords() {}

  /** What an item is, as WIT: a signature, or an interface with its functions. */
  static String of(ExternType type) {
    if (type instanceof InstanceType instance) {
      List<String> functions =
          instance.exports().entrySet().stream()
              .filter(e -> e.getValue() instanceof FuncType)
              .map(e -> e.getKey() + ": " + e.getValue())
              .toList();
      String more = functions.size() > SHOWN ? "; …" : "";
      return functions.stream()
          .limit(SHOWN)
          .collect(Collectors.joining("; ", "interface { ", more + " }"));
    }
    if (type instanceof FuncType func) {
      return func.toString();
    }
    if (type instanceof ExternType.Type named) {
      return named.type() instanceof NamedType value && value.type() instanceof NamedType other
          ? "type " + other.name()
          : named.type().kind();
    }
    return type.kind();
  }

  /** A member of an interface as a step of a path: {@code func hour}, {@code record person}. */
  static String member(String name, ExternType type) {
    if (type instanceof FuncType) {
      int end = name.indexOf(']');
      return end < 0 ? "func " + name : name.substring(1, end) + " " + name.substring(end + 1);
    }
    return type instanceof ExternType.Type named
        ? named.type().kind() + " " + name
        : type.kind() + " " + name;
  }
}
