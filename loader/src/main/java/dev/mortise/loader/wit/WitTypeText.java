package dev.mortise.loader.wit;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The pieces of WIT text that stand on one line: types, signatures, names and paths. */
final class WitTypeText {
  private WitTypeText() {}

  /** A type, such as {@code list<u8>}. */
  static String type(WitTypeRef type) {
    return switch (type) {
      case WitTypeRef.Primitive primitive -> primitive.type().toString();
      case WitTypeRef.Named named -> WitNames.escape(named.name());
      case WitTypeRef.ListOf list ->
          "list<"
              + type(list.element())
              + (list.length() == null ? "" : ", " + list.length())
              + ">";
      case WitTypeRef.Tuple tuple ->
          tuple.elements().stream()
              .map(WitTypeText::type)
              .collect(Collectors.joining(", ", "tuple<", ">"));
      case WitTypeRef.Option option -> "option<" + type(option.type()) + ">";
      case WitTypeRef.Result result -> {
        String ok = result.ok() == null ? "_" : type(result.ok());
        yield result.err() != null
            ? "result<" + ok + ", " + type(result.err()) + ">"
            : result.ok() == null ? "result" : "result<" + ok + ">";
      }
      case WitTypeRef.MapOf map -> "map<" + type(map.key()) + ", " + type(map.value()) + ">";
      case WitTypeRef.Own own -> "own<" + WitNames.escape(own.resource()) + ">";
      case WitTypeRef.Borrow borrow -> "borrow<" + WitNames.escape(borrow.resource()) + ">";
      case WitTypeRef.Stream stream ->
          stream.element() == null ? "stream" : "stream<" + type(stream.element()) + ">";
      case WitTypeRef.Future future ->
          future.element() == null ? "future" : "future<" + type(future.element()) + ">";
    };
  }

  /** A function without its name, such as {@code async func(a: u8) -> u8}. */
  static String signature(WitFunction function) {
    String keyword = function.kind() == WitFunction.Kind.CONSTRUCTOR ? "constructor" : "func";
    return (function.async() ? "async " : "")
        + function.params().stream()
            .map(param -> WitNames.escape(param.label()) + ": " + type(param.type()))
            .collect(Collectors.joining(", ", keyword + "(", ")"))
        + (function.result() == null ? "" : " -> " + type(function.result()));
  }

  /** A package's name, such as {@code wasi:io@0.2.0}. */
  static String packageName(WitPackage.Name name) {
    String escaped =
        Arrays.stream(name.name().split(":", -1))
            .map(part -> Arrays.stream(part.split("/", -1)))
            .map(parts -> parts.map(WitNames::escape).collect(Collectors.joining("/")))
            .collect(Collectors.joining(":"));
    return name.version() == null ? escaped : escaped + "@" + name.version();
  }

  /** The name of an interface as a package sees it. */
  static String path(WitInterface.Name name, WitPackage.Name from) {
    if (name.inPackage().equals(from)) {
      return WitNames.escape(name.name());
    }
    String version = name.inPackage().version() == null ? "" : "@" + name.inPackage().version();
    return packageName(new WitPackage.Name(name.inPackage().name(), null))
        + "/"
        + WitNames.escape(name.name())
        + version;
  }

  /** A string literal. */
  static String literal(String text) {
    StringBuilder literal = new StringBuilder("\"");
    text.codePoints()
        .forEach(
            c -> {
              if (c == '"' || c == '\\') {
                literal.append('\\').appendCodePoint(c);
              } else if (c >= ' ' && c < 0x7f) {
                literal.appendCodePoint(c);
              } else {
                literal.append("\\u{").append(Integer.toHexString(c)).append('}');
              }
            });
    return literal.append('"').toString();
  }
}
