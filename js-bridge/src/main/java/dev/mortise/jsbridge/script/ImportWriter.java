package dev.mortise.jsbridge.script;

import dev.mortise.classgen.mapping.UnmappableTypeException;
import dev.mortise.jsbridge.entry.HostClasses;
import dev.mortise.jsbridge.shape.JsShape.Function;
import dev.mortise.jsbridge.untyped.ValueTypes;
import dev.mortise.runtime.type.EnumType;
import dev.mortise.runtime.type.FlagsType;
import dev.mortise.runtime.type.FuncType;
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
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes the functions that a component's code calls: each converts the wires of its arguments,
 * calls what JavaScript supplied, and gives the wire of what that returned or threw.
 */
final class ImportWriter {
  private final HostClasses hosts;
  private final ValueTypes values;
  private final Converters typed;
  private final Converters untyped;
  private final HandleSearch handles;

  ImportWriter(
      HostClasses hosts,
      ValueTypes values,
      Converters typed,
      Converters untyped,
      HandleSearch handles) {
    this.hosts = hosts;
    this.values = values;
    this.typed = typed;
    this.untyped = untyped;
    this.handles = handles;
  }

  /**
   * The name of the function, and how it raises its error: what comes before the payload.
   *
   * @param raise null when it has none
   */
  private record Made(String name, @Nullable String raise) {}

  private Made made(@Nullable String owner, Function function, boolean withValues, boolean fails) {
    if (withValues) {
      int number = values.addImport(owner, function.wit(), function.type());
      return new Made("valueHost" + number, fails ? "V.raise(" + number + ", " : null);
    }
    HostClasses.Import found = hosts.function(owner == null ? "" : owner, function);
    return new Made(
        "host" + found.number(), found.raise() == null ? null : "E." + found.raise() + "(");
  }

  /** How JavaScript's function is called. */
  enum Callee {
    /** As a function. */
    FUNCTION,
    /** By {@code new}. */
    CONSTRUCTOR,
    /** As a method of the first argument. */
    METHOD,
    /** As a method of the class. */
    STATIC
  }

  /**
   * Writes {@code hostN}, for the next number N, or {@code valueHostN}, which takes values.
   *
   * @param owner the imported interface, or null for a function that is imported by itself
   * @param callee the expression of what is called: of a method, only its name
   * @throws UnmappableTypeException when Java has no form of its types; nothing is written then
   */
  void write(
      Js js,
      @Nullable String owner,
      Function function,
      Callee kind,
      String callee,
      boolean withValues) {
    Converters converters = withValues ? untyped : typed;
    FuncType type = function.type();
    List<String> params = new ArrayList<>();
    List<String> values = new ArrayList<>();
    for (int i = 0; i < type.params().size(); i++) {
      params.add("w" + i);
      values.add(
          kind == Callee.METHOD && i == 0
              ? "w0"
              : converters.fromWire(type.params().get(i).type(), "w" + i));
    }
    ValType declared = type.result();
    ResultType either =
        declared != null && declared.structure() instanceof ResultType found ? found : null;
    ValType value = either == null ? declared : either.ok();
    String wire = value == null ? null : converters.toWire(value, "value");
    String payload =
        either == null || either.err() == null ? null : converters.toWire(either.err(), "payload");
    Made made = made(owner, function, withValues, either != null);
    js.open("const " + made.name() + " = (" + String.join(", ", params) + ") => {");
    boolean lends =
        type.paramTypes().stream().anyMatch(p -> handles.hasGlue(p, HandleType.Borrow.class));
    if (lends) {
      js.line("const before = lending();");
    }
    js.line("let value;");
    if (lends || made.raise() != null) {
      js.open("try {");
    }
    js.line("value = " + call(kind, callee, values) + ";");
    if (type.async()) {
      js.line("noPromise(value, " + Js.quote(Names.ofImport(owner, function)) + ");");
    }
    if (either != null && !mayHaveTag(value)) {
      js.line("value = unwrapped(value);");
    }
    if (made.raise() != null) {
      js.next("} catch (e) {");
      raise(js, made.raise(), payload, Names.ofImport(owner, function));
    }
    if (lends) {
      js.next("} finally {");
      js.line("giveBack(before);");
    }
    if (lends || made.raise() != null) {
      js.close("}");
    }
    if (wire != null) {
      result(js, wire, value, Js.quote(Names.ofImport(owner, function) + ": result"));
    }
    js.close("};");
  }

  /** What was thrown is the error of the function's result, unless it is JavaScript's own. */
  private static void raise(Js js, String raise, @Nullable String payload, String name) {
    js.line("const payload = payloadOf(e);");
    if (payload == null) {
      js.line(raise + (raise.endsWith(", ") ? "undefined" : "") + ");");
    } else {
      js.open("try {");
      js.line(raise + payload + ");");
      js.next("} catch (e) {");
      js.line("throw bad(e, " + Js.quote(name + ": payload of what it threw") + ");");
      js.close("}");
    }
    js.line("return;");
  }

  private void result(Js js, String wire, @Nullable ValType type, String name) {
    boolean moves = handles.hasGlue(type, HandleType.Own.class);
    if (moves) {
      js.line("const own = moved();");
    }
    js.open("try {");
    js.line("const wire = " + wire + ";");
    if (moves) {
      js.line("settle(own, true);");
    }
    js.line("return wire;");
    js.next("} catch (e) {");
    if (moves) {
      js.line("settle(own, false);");
    }
    js.line("throw bad(e, " + name + ");");
    js.close("}");
  }

  /**
   * Whether what a function returns may be an object with a tag. Where it may not, one that has is
   * taken for the whole result, as jco does: what it says is its error is thrown.
   */
  private static boolean mayHaveTag(@Nullable ValType ok) {
    if (ok == null) {
      return false;
    }
    return switch (ok.structure()) {
      case RecordType record -> true;
      case VariantType variant -> true;
      case ResultType result -> true;
      case OptionType option -> mayHaveTag(option.type()) || isOption(option.type());
      case FlagsType flags -> true;
      case HandleType handle -> true;
      case PrimType prim -> false;
      case ListType list -> false;
      case TupleType tuple -> false;
      case EnumType labels -> false;
      case MapType map -> false;
      case StreamType stream -> true;
      case FutureType future -> true;
    };
  }

  private static boolean isOption(ValType type) {
    return type.structure() instanceof OptionType;
  }

  private static String call(Callee kind, String callee, List<String> values) {
    return switch (kind) {
      case FUNCTION -> callee + "(" + String.join(", ", values) + ")";
      case CONSTRUCTOR -> "new " + callee + "(" + String.join(", ", values) + ")";
      case STATIC -> callee + "(" + String.join(", ", values) + ")";
      case METHOD ->
          "w0["
              + Js.quote(callee)
              + "]("
              + String.join(", ", values.subList(1, values.size()))
              + ")";
    };
  }
}
