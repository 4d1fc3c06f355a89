package dev.mortise.loader.wit;

import dev.mortise.loader.wit.docs.Docs;
import dev.mortise.loader.wit.docs.ItemDocs;
import dev.mortise.runtime.error.Printable;
import dev.mortise.runtime.name.ParsedName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Prints WIT as {@code wasm-tools component wit} does. */
public final class WitPrinter {
  private final Docs docs;
  private final StringBuilder out = new StringBuilder();
  private int depth;
  private boolean anyItems;

  /** What is printed now, as {@link Docs} calls it. */
  private String owner = "";

  /** Before the name of an item of {@link #owner}: worlds tell imports from exports. */
  private String direction = "";

  private WitPrinter(Docs docs) {
    this.docs = docs;
  }

  /** The text of a document. */
  public static String print(WitDocument document) {
    return print(document, Docs.NONE);
  }

  /** The text of a document with what is said of its items. */
  public static String print(WitDocument document, Docs docs) {
    WitPrinter printer = new WitPrinter(docs);
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
    return WitTypeText.type(type);
  }

  private void mainPackage(WitPackage main) {
    say(docs.of(main.name().toString()));
    line("package " + WitTypeText.packageName(main.name()) + ";");
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
    say(docs.of(nested.name().toString()));
    open("package " + WitTypeText.packageName(nested.name()));
    nested.interfaces().forEach(body -> namedInterface(body, nested.name()));
    nested.worlds().forEach(world -> world(world, nested.name()));
    close();
  }

  private void namedInterface(WitInterface body, WitPackage.Name in) {
    owner = new WitInterface.Name(in, body.name()).toString();
    direction = "";
    say(docs.of(owner));
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
      sayItem(function.name());
      line(WitNames.escape(function.name()) + ": " + WitTypeText.signature(function) + ";");
    }
    anyItems = outer;
  }

  private void world(WitWorld world, WitPackage.Name in) {
    anyItems = false;
    owner = new WitInterface.Name(in, world.name()).toString();
    direction = Docs.imported("");
    say(docs.of(owner));
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
    direction = Docs.exported("");
    // Functions first, as they come in components that are made of WIT.
    for (boolean functions : new boolean[] {true, false}) {
      world.exports().stream()
          .filter(item -> item instanceof WitWorld.Item.Function == functions)
          .forEach(item -> item("export", item, in));
    }
    close();
  }

  private void item(String keyword, WitWorld.Item item, WitPackage.Name in) {
    switch (item) {
      case WitWorld.Item.Interface named -> {
        sayItem(named.name().toString());
        line(keyword + " " + WitTypeText.path(named.name(), in) + ";");
      }
      case WitWorld.Item.Inline inline -> inline(keyword, inline.body(), in);
      case WitWorld.Item.Function function -> {
        String name = function.function().name();
        sayItem(name);
        line(
            keyword
                + " "
                + WitNames.escape(name)
                + ": "
                + WitTypeText.signature(function.function())
                + ";");
      }
      case WitWorld.Item.Note note -> comment(note.text());
    }
  }

  private void inline(String keyword, WitInterface body, WitPackage.Name in) {
    String name = body.name();
    sayItem(name);
    String implemented = docs.of(owner, direction + name).implementsName();
    if (implemented != null && WitNames.parse(implemented) instanceof ParsedName.Interface named) {
      String path = WitTypeText.path(WitNames.interfaceName(named), in);
      line(keyword + " " + WitNames.escape(name) + ": " + path + ";");
      return;
    }
    open(keyword + " " + WitNames.escape(name) + ": interface");
    String world = owner;
    String way = direction;
    owner = Docs.inline(world, way + name);
    direction = "";
    body(body, in);
    owner = world;
    direction = way;
    close();
  }

  private void types(List<WitUse> uses, List<WitTypeDef> types, WitPackage.Name in) {
    for (WitUse use : uses) {
      Map<ItemDocs, List<WitUse.Item>> bySaid = new LinkedHashMap<>();
      use.items()
          .forEach(
              item -> bySaid.computeIfAbsent(said(item.as()), key -> new ArrayList<>()).add(item));
      bySaid.forEach((said, items) -> use(use.from(), said, items, in));
    }
    for (WitTypeDef type : types) {
      newItem();
      define(type);
    }
  }

  private void use(
      WitInterface.Name from, ItemDocs said, List<WitUse.Item> items, WitPackage.Name in) {
    anyItems = true;
    say(said);
    line(
        items.stream()
            .map(WitPrinter::used)
            .collect(Collectors.joining(", ", "use " + WitTypeText.path(from, in) + ".{", "};")));
  }

  private static String used(WitUse.Item item) {
    String name = WitNames.escape(item.name());
    return item.name().equals(item.as()) ? name : name + " as " + WitNames.escape(item.as());
  }

  private void define(WitTypeDef type) {
    String name = WitNames.escape(type.name());
    sayItem(type.name());
    switch (type) {
      case WitTypeDef.RecordDef record -> {
        open("record " + name);
        for (WitTypeDef.RecordDef.Field field : record.fields()) {
          sayMember(record.name(), field.label());
          line(WitNames.escape(field.label()) + ": " + print(field.type()) + ",");
        }
        close();
      }
      case WitTypeDef.VariantDef variant -> {
        open("variant " + name);
        for (WitTypeDef.VariantDef.Case c : variant.cases()) {
          sayMember(variant.name(), c.label());
          String payload = c.type() == null ? "" : "(" + print(c.type()) + ")";
          line(WitNames.escape(c.label()) + payload + ",");
        }
        close();
      }
      case WitTypeDef.EnumDef labels -> labels("enum " + name, labels.name(), labels.labels());
      case WitTypeDef.FlagsDef labels -> labels("flags " + name, labels.name(), labels.labels());
      case WitTypeDef.Alias alias -> line("type " + name + " = " + print(alias.type()) + ";");
      case WitTypeDef.ResourceDef resource when resource.functions().isEmpty() ->
          line("resource " + name + ";");
      case WitTypeDef.ResourceDef resource -> {
        open("resource " + name);
        resource.functions().forEach(function -> member(resource.name(), function));
        close();
      }
    }
  }

  private void labels(String header, String type, List<String> labels) {
    open(header);
    for (String label : labels) {
      sayMember(type, label);
      line(WitNames.escape(label) + ",");
    }
    close();
  }

  private void member(String resource, WitFunction function) {
    String name = function.name();
    String prefix =
        switch (function.kind()) {
          case CONSTRUCTOR -> {
            sayItem("[constructor]" + resource);
            yield "";
          }
          case METHOD, FREESTANDING -> {
            sayItem("[method]" + resource + "." + name);
            yield WitNames.escape(name) + ": ";
          }
          case STATIC -> {
            sayItem("[static]" + resource + "." + name);
            yield WitNames.escape(name) + ": static ";
          }
        };
    line(prefix + WitTypeText.signature(function) + ";");
  }

  private ItemDocs said(String item) {
    return docs.of(owner, direction + item);
  }

  private void sayItem(String item) {
    say(said(item));
  }

  private void sayMember(String item, String member) {
    say(docs.of(owner, direction + item, member));
  }

  /** Prints what is said of the item that comes next. */
  private void say(ItemDocs said) {
    if (said.text() != null) {
      said.text().lines().forEach(this::docLine);
      if (said.text().isEmpty()) {
        docLine("");
      }
    }
    if (!said.gate().isNone()) {
      line(said.gate().toString());
    }
    if (said.externalId() != null) {
      line("@external-id(" + WitTypeText.literal(said.externalId()) + ")");
    }
  }

  private void docLine(String text) {
    line(text.isEmpty() ? "///" : "/// " + Printable.line(text));
  }

  private void newItem() {
    if (anyItems) {
      out.append('\n');
    }
    anyItems = true;
  }

  private void comment(String text) {
    line("// " + Printable.line(text));
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
