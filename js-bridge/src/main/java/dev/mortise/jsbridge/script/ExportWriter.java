package dev.mortise.jsbridge.script;

import dev.mortise.classgen.mapping.UnmappableTypeException;
import dev.mortise.jsbridge.entry.EntryCalls;
import dev.mortise.jsbridge.shape.JsShape.Function;
import dev.mortise.jsbridge.untyped.ValueTypes;
import dev.mortise.runtime.type.FuncType;
import dev.mortise.runtime.type.HandleType;
import dev.mortise.runtime.type.ResultType;
import dev.mortise.runtime.type.ValType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Writes the functions that JavaScript calls. */
final class ExportWriter {
  private final EntryCalls calls;
  private final ValueTypes values;
  private final Converters typed;
  private final Converters untyped;
  private final HandleSearch handles;

  ExportWriter(
      EntryCalls calls,
      ValueTypes values,
      Converters typed,
      Converters untyped,
      HandleSearch handles) {
    this.calls = calls;
    this.values = values;
    this.typed = typed;
    this.untyped = untyped;
    this.handles = handles;
  }

  /**
   * How a function is called.
   *
   * @param begin the expression up to the arguments
   * @param end and after them
   * @param error the expression of the wire of the error after a failure, or null when the function
   *     has no error with a value
   */
  private record Call(Converters converters, String begin, String end, @Nullable String error) {
    String with(List<String> wires) {
      return begin + String.join(", ", wires) + end;
    }
  }

  /** The typed call, or one with values where Java has no form of the function. */
  private Call call(@Nullable String owner, Function function, String entry) {
    if (!function.type().async()) {
      try {
        EntryCalls.Call found = calls.of(owner, function);
        String error = found.error() == null ? null : "E." + found.error() + "()";
        return new Call(typed, entry + "." + found.name() + "(", ")", error);
      } catch (UnmappableTypeException e) {
        // With values, then.
      }
    }
    int number = values.addExport(owner, function.wit(), function.type());
    ValType result = function.type().result();
    boolean hasError =
        result != null && result.structure() instanceof ResultType either && either.err() != null;
    return new Call(untyped, "V.call(" + number + ", [", "])", hasError ? "V.error()" : null);
  }

  /** What a body does with the value of a call. */
  enum Use {
    RETURN,
    KEEP_AS_HANDLE
  }

  /**
   * Writes a method, of an object literal or a class.
   *
   * @param owner the exported interface, or null for a function of the world
   * @param name how the method begins, such as {@code "add"} or {@code static "merge"}
   * @param entry the expression of the entry: {@link Home#ENTRY} where that can be
   */
  void method(Js js, @Nullable String owner, Function function, String name, String entry) {
    boolean takesThis = function.wit().startsWith("[method]");
    String async = function.type().async() ? "async " : "";
    String begin =
        name.startsWith("static ")
            ? "static " + async + name.substring("static ".length())
            : async + name;
    js.open(begin + "(" + params(function, takesThis ? 1 : 0) + ") {");
    body(js, owner, function, takesThis, Use.RETURN, entry);
    js.close("}");
  }

  static String params(Function function, int first) {
    return IntStream.range(first, function.type().params().size())
        .mapToObj(i -> "a" + i)
        .collect(Collectors.joining(", "));
  }

  void body(
      Js js, @Nullable String owner, Function function, boolean takesThis, Use use, String entry) {
    try {
      js.lines(converted(owner, function, takesThis, use, entry));
    } catch (UnmappableTypeException e) {
      js.line(
          "throw runtimeError("
              + Js.quote("[unsupported-function] " + Names.of(function) + ": " + e.getMessage())
              + ", \"unsupported-function\", \"\");");
    }
  }

  private Js converted(
      @Nullable String owner, Function function, boolean takesThis, Use use, String entry) {
    FuncType type = function.type();
    Call call = call(owner, function, entry);
    Converters converters = call.converters();
    Js js = new Js();
    String name = Js.quote(Names.of(function));
    List<ValType> params = type.paramTypes();
    List<String> wires = new ArrayList<>();
    Js conversions = new Js();
    for (int i = 0; i < params.size(); i++) {
      if (i > 0) {
        conversions.line("part = " + i + ";");
      }
      String id = takesThis && i == 0 ? "this" : "a" + i;
      conversions.line("w" + i + " = " + converters.toWire(params.get(i), id) + ";");
      wires.add("w" + i);
    }
    boolean moves = params.stream().anyMatch(p -> handles.hasGlue(p, HandleType.Own.class));
    if (!params.isEmpty()) {
      if (moves) {
        js.line("const before = moved();");
      }
      js.line("let part = 0, " + String.join(", ", wires) + ";");
      js.open("try {");
      js.lines(conversions);
      js.next("} catch (e) {");
      if (moves) {
        js.line("settle(before, false);");
      }
      js.line(
          "throw badParam(e, "
              + name
              + ", "
              + (params.size() == 1
                  ? Js.quote(type.params().get(0).label())
                  : "["
                      + type.params().stream()
                          .map(p -> Js.quote(p.label()))
                          .collect(Collectors.joining(", "))
                      + "][part]")
              + ");");
      js.close("}");
      if (moves) {
        js.line("settle(before, true);");
      }
    }
    ValType declared = type.result();
    ResultType either =
        declared != null && declared.structure() instanceof ResultType found ? found : null;
    ValType value = either == null ? declared : either.ok();
    String payload =
        call.error() == null || either == null || either.err() == null
            ? ""
            : ", () => " + converters.fromWire(either.err(), call.error());
    String expression = call.with(wires);
    js.line("let wire;");
    js.open("try {");
    js.line("wire = " + expression + ";");
    js.next("} catch (e) {");
    js.line("throw failed(E, e" + payload + ");");
    js.close("}");
    switch (use) {
      case RETURN -> {
        if (value != null) {
          js.line("return " + converters.fromWire(value, "wire") + ";");
        }
      }
      case KEEP_AS_HANDLE -> js.line("this.#keep(wire, false);");
    }
    return js;
  }
}
