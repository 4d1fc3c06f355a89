package dev.mortise.loader.wit;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Prints WIT as {@code wasm-tools component wit} does. */
public final class WitPrinter {
  private final StringBuilder out = new StringBuilder();
  private int depth;
  private boolean anyItems;

  private WitPrinter() {}

  /** The text of a document. */
  public static String print(WitDocument document) {
    WitPrinter printer = new WitPrinter();
    printer.mainPackage(document.main());
    String separator = "";
    for (WitPackage dependency : document.dependencies()) {
      printer.out.append(separator);
      printer.nestedPackage(dependency);
      separator = "\n\n";
    }
    return printer.out.toString();
  }

  /** A type as text, such as {@code list<u8>}. */
  public static String print(WitTypeRef type) {
    return switch (type) {
      case WitTypeRef.Primitive primitive -> primitive.type().toString();
      case WitTypeRef.Named named -> WitNames.escape(named.name());
      case WitTypeRef.ListOf list ->
          "list<"
              + print(list.element())
              + (list.length() == null ? "" : ", " + list.length())
              + ">";
      case WitTypeRef.Tuple tuple ->
          tuple.elements().stream()
              .map(WitPrinter::print)
              .collect(Collectors.joining(", ", "tuple<", ">"));
      case WitTypeRef.Option option -> "option<" + print(option.type()) + ">";
      case WitTypeRef.Result result -> {
        String ok = result.ok() == null ? "_" : print(result.ok());
        yield result.err() != null
            ? "result<" + ok + ", " + print(result.err()) + ">"
            : result.ok() == null ? "result" : "result<" + ok + ">";
      }
      case WitTypeRef.MapOf map -> "map<" + print(map.key()) + ", " + print(map.value()) + ">";
      case WitTypeRef.Own own -> "own<" + WitNames.escape(own.resource()) + ">";
      case WitTypeRef.Borrow borrow -> "borrow<" + WitNames.escape(borrow.resource()) + ">";
      case WitTypeRef.Stream stream ->
          stream.element() == null ? "stream" : "stream<" + print(stream.element()) + ">";
      case WitTypeRef.Future future ->
          future.element() == null ? "future" : "future<" + print(future.element()) + ">";
      case WitTypeRef.Nameless nameless -> "/* a type without a name: " + nameless.text() + " */";
    };
  }

  private void mainPackage(WitPackage main) {
    line("package " + packageName(main.name()) + ";");
    out.append('\n');
    for (WitInterface body : main.interfaces()) {
      namedInterface(body, main.name());
      out.append('\n');
    }
    for (WitWorld world : main.worlds()) {
      world(world, main.name());
    }
  }

  private void nestedPackage(WitPackage nested) {
    open("package " + packageName(nested.name()));
    nested.interfaces().forEach(body -> namedInterface(body, nested.name()));
    nested.worlds().forEach(world -> world(world, nested.name()));
    close();
  }

  private static String packageName(WitPackage.Name name) {
    String escaped =
        Arrays.stream(name.name().split(":", -1))
            .map(WitNames::escape)
            .collect(Collectors.joining(":"));
    return name.version() == null ? escaped : escaped + "@" + name.version();
  }

  private static String path(WitInterface.Name name, WitPackage.Name from) {
    if (name.inPackage().equals(from)) {
      return WitNames.escape(name.name());
    }
    String version = name.inPackage().version() == null ? "" : "@" + name.inPackage().version();
    return packageName(new WitPackage.Name(name.inPackage().name(), null))
        + "/"
        + WitNames.escape(name.name())
        + version;
  }

  private void namedInterface(WitInterface body, WitPackage.Name in) {
    open("interface " + WitNames.escape(body.name()));
    body(body, in);
    close();
  }

  private void body(WitInterface body, WitPackage.Name in) {
    boolean outer = anyItems;
    anyItems = false;
    for (String note : body.notes()) {
      comment(note);
      anyItems = true;
    }
    types(body.uses(), body.types(), in);
    for (WitFunction function : body.functions()) {
      newItem();
      line(WitNames.escape(function.name()) + ": " + signature(function) + ";");
    }
    anyItems = outer;
  }

  private void world(WitWorld world, WitPackage.Name in) {
    anyItems = false;
    open("world " + WitNames.escape(world.name()));
    for (WitWorld.Item item : world.imports()) {
      if (!(item instanceof WitWorld.Item.Function)) {
        item("import", item, in);
        anyItems = true;
      }
    }
    types(world.uses(), world.types(), in);
    for (WitWorld.Item item : world.imports()) {
      if (item instanceof WitWorld.Item.Function) {
        item("import", item, in);
        anyItems = true;
      }
    }
    if (!world.exports().isEmpty()) {
      newItem();
    }
    world.exports().forEach(item -> item("export", item, in));
    close();
  }

  private void item(String keyword, WitWorld.Item item, WitPackage.Name in) {
    switch (item) {
      case WitWorld.Item.Interface named -> line(keyword + " " + path(named.name(), in) + ";");
      case WitWorld.Item.Inline inline -> {
        open(keyword + " " + WitNames.escape(inline.body().name()) + ": interface");
        body(inline.body(), in);
        close();
      }
      case WitWorld.Item.Function function ->
          line(
              keyword
                  + " "
                  + WitNames.escape(function.function().name())
                  + ": "
                  + signature(function.function())
                  + ";");
      case WitWorld.Item.Note note -> comment(note.text());
    }
  }

  private void types(List<WitUse> uses, List<WitTypeDef> types, WitPackage.Name in) {
    for (WitUse use : uses) {
      anyItems = true;
      line(
          use.items().stream()
              .map(WitPrinter::used)
              .collect(Collectors.joining(", ", "use " + path(use.from(), in) + ".{", "};")));
    }
    for (WitTypeDef type : types) {
      newItem();
      define(type);
    }
  }

  private static String used(WitUse.Item item) {
    String name = WitNames.escape(item.name());
    return item.name().equals(item.as()) ? name : name + " as " + WitNames.escape(item.as());
  }

  private void define(WitTypeDef type) {
    String name = WitNames.escape(type.name());
    switch (type) {
      case WitTypeDef.RecordDef record -> {
        open("record " + name);
        record
            .fields()
            .forEach(f -> line(WitNames.escape(f.label()) + ": " + print(f.type()) + ","));
        close();
      }
      case WitTypeDef.VariantDef variant -> {
        open("variant " + name);
        for (WitTypeDef.VariantDef.Case c : variant.cases()) {
          String payload = c.type() == null ? "" : "(" + print(c.type()) + ")";
          line(WitNames.escape(c.label()) + payload + ",");
        }
        close();
      }
      case WitTypeDef.EnumDef labels -> labels("enum " + name, labels.labels());
      case WitTypeDef.FlagsDef labels -> labels("flags " + name, labels.labels());
      case WitTypeDef.Alias alias -> line("type " + name + " = " + print(alias.type()) + ";");
      case WitTypeDef.ResourceDef resource when resource.functions().isEmpty() ->
          line("resource " + name + ";");
      case WitTypeDef.ResourceDef resource -> {
        open("resource " + name);
        resource.functions().forEach(this::member);
        close();
      }
    }
  }

  private void labels(String header, List<String> labels) {
    open(header);
    labels.forEach(label -> line(WitNames.escape(label) + ","));
    close();
  }

  private void member(WitFunction function) {
    String prefix =
        switch (function.kind()) {
          case CONSTRUCTOR -> "";
          case METHOD, FREESTANDING -> WitNames.escape(function.name()) + ": ";
          case STATIC -> WitNames.escape(function.name()) + ": static ";
        };
    line(prefix + signature(function) + ";");
  }

  private static String signature(WitFunction function) {
    String keyword = function.kind() == WitFunction.Kind.CONSTRUCTOR ? "constructor" : "func";
    return (function.async() ? "async " : "")
        + function.params().stream()
            .map(param -> WitNames.escape(param.label()) + ": " + print(param.type()))
            .collect(Collectors.joining(", ", keyword + "(", ")"))
        + (function.result() == null ? "" : " -> " + print(function.result()));
  }

  private void newItem() {
    if (anyItems) {
      out.append('\n');
    }
    anyItems = true;
  }

  private void comment(String text) {
    line("// " + text.replaceAll("\\R", " "));
  }

  private void open(String header) {
    line(header + " {");
    depth++;
  }

  private void close() {
    depth--;
    line("}");
  }

  private void line(String text) {
    out.append("  ".repeat(depth)).append(text).append('\n');
  }
}
