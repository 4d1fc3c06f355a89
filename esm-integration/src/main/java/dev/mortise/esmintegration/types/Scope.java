package dev.mortise.esmintegration.types;

import dev.mortise.jsbridge.shape.JsNames;
import dev.mortise.loader.wit.WitDocument;
import dev.mortise.loader.wit.WitInterface;
import dev.mortise.loader.wit.WitPackage;
import dev.mortise.loader.wit.WitTypeDef;
import dev.mortise.loader.wit.WitTypeRef;
import dev.mortise.loader.wit.WitUse;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The types of one file: how they are written, and which helpers they need. What a name of another
 * interface stands for is looked up there, since an option of an option is another type than one of
 * anything else.
 */
final class Scope {
  private final Map<WitInterface.Name, WitInterface> interfaces;
  private final Map<String, WitTypeDef> own = new HashMap<>();
  private final Map<String, Map.Entry<WitInterface.Name, String>> used = new HashMap<>();
  private final Set<String> names = new HashSet<>();
  private boolean needsOption;
  private boolean needsResult;

  Scope(
      Map<WitInterface.Name, WitInterface> interfaces, List<WitTypeDef> types, List<WitUse> uses) {
    this.interfaces = interfaces;
    for (WitTypeDef type : types) {
      own.put(type.name(), type);
      names.add(JsNames.type(type.name()));
    }
    for (WitUse use : uses) {
      for (WitUse.Item item : use.items()) {
        used.put(item.as(), Map.entry(use.from(), item.name()));
        names.add(JsNames.type(item.as()));
      }
    }
  }

  /** All interfaces of a document. */
  static Map<WitInterface.Name, WitInterface> interfaces(WitDocument document) {
    Map<WitInterface.Name, WitInterface> all = new HashMap<>();
    for (WitPackage in : document.dependencies()) {
      in.interfaces().forEach(i -> all.put(new WitInterface.Name(in.name(), i.name()), i));
    }
    return all;
  }

  /** A name that none of the file's types has. */
  String unused(String name) {
    String free = name;
    while (!names.add(free)) {
      free += "_";
    }
    return free;
  }

  /** The helpers that the types need. */
  String helpers() {
    return (needsOption
            ? "export type "
                + helper("Option")
                + "<T> = { tag: 'none' } | { tag: 'some', val: T };\n"
            : "")
        + (needsResult
            ? "export type "
                + helper("Result")
                + "<T, E> = { tag: 'ok', val: T } | { tag: 'err', val: E };\n"
            : "");
  }

  private String helper(String name) {
    return names.contains(name) ? name + "_" : name;
  }

  /** A type of the language, when one of the file has its name. */
  private String global(String name) {
    return names.contains(name) ? "globalThis." + name : name;
  }

  String type(@Nullable WitTypeRef type) {
    return switch (type) {
      case null -> "void";
      case WitTypeRef.Primitive primitive -> primitive(primitive);
      case WitTypeRef.Named named -> JsNames.type(named.name());
      case WitTypeRef.ListOf list -> list(list);
      case WitTypeRef.Tuple tuple ->
          "[" + String.join(", ", tuple.elements().stream().map(this::type).toList()) + "]";
      case WitTypeRef.Option option -> option(option);
      case WitTypeRef.Result result -> {
        needsResult = true;
        yield helper("Result") + "<" + type(result.ok()) + ", " + type(result.err()) + ">";
      }
      case WitTypeRef.MapOf map ->
          global("Map") + "<" + type(map.key()) + ", " + type(map.value()) + ">";
      case WitTypeRef.Own own -> JsNames.type(own.resource());
      case WitTypeRef.Borrow borrow -> JsNames.type(borrow.resource());
      case WitTypeRef.Stream stream ->
          global("ReadableStream") + "<" + type(stream.element()) + ">";
      case WitTypeRef.Future future -> promise(type(future.element()));
    };
  }

  String promise(String type) {
    return global("Promise") + "<" + type + ">";
  }

  /** An option that is not one of an option: what stands for its absence is {@code undefined}. */
  boolean isPlainOption(WitTypeRef type) {
    return type instanceof WitTypeRef.Option option && !isOption(option.type());
  }

  private String option(WitTypeRef.Option option) {
    if (isPlainOption(option)) {
      return type(option.type()) + " | undefined";
    }
    needsOption = true;
    return helper("Option") + "<" + type(option.type()) + ">";
  }

  private boolean isOption(WitTypeRef type) {
    return switch (type) {
      case WitTypeRef.Option option -> true;
      case WitTypeRef.Named named -> isOption(named.name());
      default -> false;
    };
  }

  private boolean isOption(String name) {
    if (own.get(name) instanceof WitTypeDef.Alias alias) {
      return isOption(alias.type());
    }
    Map.Entry<WitInterface.Name, String> elsewhere = used.get(name);
    WitInterface from = elsewhere == null ? null : interfaces.get(elsewhere.getKey());
    return from != null
        && elsewhere != null
        && new Scope(interfaces, from.types(), from.uses()).isOption(elsewhere.getValue());
  }

  private static String primitive(WitTypeRef.Primitive primitive) {
    return switch (primitive.type()) {
      case BOOL -> "boolean";
      case S8, U8, S16, U16, S32, U32, F32, F64 -> "number";
      case S64, U64 -> "bigint";
      case CHAR, STRING -> "string";
      case ERROR_CONTEXT -> "Error";
    };
  }

  private String list(WitTypeRef.ListOf list) {
    String array =
        list.element() instanceof WitTypeRef.Primitive primitive ? typedArray(primitive) : null;
    return array == null ? global("Array") + "<" + type(list.element()) + ">" : global(array);
  }

  private static @Nullable String typedArray(WitTypeRef.Primitive element) {
    return switch (element.type()) {
      case S8 -> "Int8Array";
      case U8 -> "Uint8Array";
      case S16 -> "Int16Array";
      case U16 -> "Uint16Array";
      case S32 -> "Int32Array";
      case U32 -> "Uint32Array";
      case S64 -> "BigInt64Array";
      case U64 -> "BigUint64Array";
      case F32 -> "Float32Array";
      case F64 -> "Float64Array";
      case BOOL, CHAR, STRING, ERROR_CONTEXT -> null;
    };
  }
}
