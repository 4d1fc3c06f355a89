package dev.mortise.esmintegration.types;

import dev.mortise.jsbridge.shape.JsNames;
import dev.mortise.loader.wit.WitDocument;
import dev.mortise.loader.wit.WitFunction;
import dev.mortise.loader.wit.WitInterface;
import dev.mortise.loader.wit.WitPackage;
import dev.mortise.loader.wit.WitTypeDef;
import dev.mortise.loader.wit.WitView;
import dev.mortise.loader.wit.WitWorld;
import dev.mortise.loader.wit.docs.Docs;
import dev.mortise.runtime.type.ComponentType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The declarations of TypeScript for a component: a file of its own, and one for each interface,
 * named as jco names them, so that code moves over.
 */
public final class Declarations {
  private static final String FOLDER = "interfaces/";

  private final String name;
  private final WitDocument document;
  private final Docs docs;
  private final String world;
  private final Map<WitInterface.Name, WitInterface> interfaces;
  private final Map<WitInterface.Name, String> files = new LinkedHashMap<>();
  private final Map<String, String> texts = new LinkedHashMap<>();

  private Declarations(ComponentType type, String name, String world, Docs docs) {
    this.name = name;
    this.document = WitView.of(type);
    this.docs = docs;
    this.world = world;
    this.interfaces = Scope.interfaces(document);
    for (WitPackage in : document.dependencies()) {
      for (WitInterface body : in.interfaces()) {
        WitInterface.Name full = new WitInterface.Name(in.name(), body.name());
        String file = TsNames.file(full);
        files.put(full, files.containsValue(file) ? file + "-" + in.name().version() : file);
      }
    }
  }

  /**
   * The declarations.
   *
   * @param name the name of the component's own file, without extension, such as {@code greeter}
   * @param world the name by which the documentation knows the world
   * @return the texts by file name, such as {@code interfaces/docs-greeter-api.d.ts}
   */
  public static Map<String, String> of(ComponentType type, String name, String world, Docs docs) {
    return new Declarations(type, name, world, docs).write();
  }

  private Map<String, String> write() {
    WitWorld root = document.main().worlds().getFirst();
    String text = world(root);
    texts.put(name + ".d.ts", text);
    // By this name TypeScript looks for the types of an import of the component's file itself.
    texts.put(
        name + ".d.wasm.ts",
        "export * from './" + name + ".js';\nexport { default } from './" + name + ".js';\n");
    files.forEach(
        (full, file) -> {
          WitInterface body = Objects.requireNonNull(interfaces.get(full));
          texts.put(
              FOLDER + file + ".d.ts",
              InterfaceFile.of(
                  body, full.toString(), interfaces, docs, full.toString(), this::file));
        });
    return texts;
  }

  private String file(WitInterface.Name full) {
    return files.getOrDefault(full, TsNames.file(full));
  }

  private String world(WitWorld root) {
    Scope scope = new Scope(interfaces, root.types(), root.uses());
    Functions functions = new Functions(scope, docs, world);
    TypeWriter types = new TypeWriter(scope, docs, world);
    StringBuilder text = new StringBuilder();
    text.append(TsDoc.comment(TsDoc.lines(docs, world, "", ""), ""));
    text.append("// world ").append(world).append('\n');
    root.imports().forEach(item -> text.append(imported(item)));
    text.append(InterfaceFile.uses(root.uses(), "./" + FOLDER, this::file));
    root.types().forEach(type -> text.append(types.type(type)));
    for (WitTypeDef type : root.types()) {
      if (type instanceof WitTypeDef.ResourceDef resource) {
        text.append(functions.resource(resource));
      }
    }
    List<String> members = new ArrayList<>();
    Map<String, Integer> shortNames = shortNames(root);
    for (WitWorld.Item item : root.exports()) {
      switch (item) {
        case WitWorld.Item.Interface exported ->
            text.append(
                namespace(
                    file(exported.name()),
                    exported.name().toString(),
                    JsNames.member(exported.name().name()),
                    shortNames,
                    members));
        case WitWorld.Item.Inline inline -> {
          inline(inline.body(), Docs.exported(inline.body().name()));
          String label = inline.body().name();
          text.append(namespace(label, label, JsNames.member(label), shortNames, members));
        }
        case WitWorld.Item.Function exported -> {
          WitFunction function = exported.function();
          text.append(functions.function(function, Docs.exported(function.name())));
          String js = JsNames.member(function.name());
          members.add(
              TsNames.property(js) + ": typeof " + (JsNames.isReserved(js) ? "_" : "") + js);
        }
        case WitWorld.Item.Note note -> text.append("// ").append(note.text()).append('\n');
      }
    }
    text.append(scope.helpers());
    text.append(defaultExport(members));
    return text.toString();
  }

  private static Map<String, Integer> shortNames(WitWorld root) {
    Map<String, Integer> names = new LinkedHashMap<>();
    for (WitWorld.Item item : root.exports()) {
      switch (item) {
        case WitWorld.Item.Interface i ->
            names.merge(JsNames.member(i.name().name()), 1, Integer::sum);
        case WitWorld.Item.Inline i ->
            names.merge(JsNames.member(i.body().name()), 1, Integer::sum);
        case WitWorld.Item.Function f ->
            names.merge(JsNames.member(f.function().name()), 2, Integer::sum);
        case WitWorld.Item.Note note -> {}
      }
    }
    return names;
  }

  /** An exported interface, under its full name and its short one, if that means nothing else. */
  private static String namespace(
      String file,
      String full,
      String shortName,
      Map<String, Integer> shortNames,
      List<String> members) {
    String from = " from './" + FOLDER + file + ".js'; // export " + full + "\n";
    String type = "typeof import('./" + FOLDER + file + ".js')";
    StringBuilder text = new StringBuilder();
    if (shortNames.getOrDefault(shortName, 0) == 1) {
      text.append("export * as ").append(shortName).append(from);
      members.add(TsNames.property(shortName) + ": " + type);
    }
    if (!full.equals(shortName)) {
      text.append("export * as '").append(full).append('\'').append(from);
      members.add("'" + full + "': " + type);
    }
    return text.toString();
  }

  private static String defaultExport(List<String> members) {
    if (members.stream().anyMatch(m -> m.startsWith("'default'"))) {
      return "";
    }
    StringBuilder text = new StringBuilder("declare const _default: {\n");
    members.forEach(member -> text.append("  readonly ").append(member).append(",\n"));
    return text.append("};\nexport default _default;\n").toString();
  }

  private String imported(WitWorld.Item item) {
    return switch (item) {
      case WitWorld.Item.Interface imported -> {
        String as = TsNames.namespace(imported.name());
        yield "export type * as "
            + as
            + " from './"
            + FOLDER
            + file(imported.name())
            + ".js'; // import "
            + imported.name()
            + "\n";
      }
      case WitWorld.Item.Inline inline -> {
        String label = inline.body().name();
        inline(inline.body(), Docs.imported(label));
        yield "export type * as "
            + JsNames.type(label)
            + " from './"
            + FOLDER
            + label
            + ".js'; // import "
            + label
            + "\n";
      }
      case WitWorld.Item.Function imported ->
          "// import " + imported.function().name() + ", a function that another module supplies\n";
      case WitWorld.Item.Note note -> "// " + note.text() + "\n";
    };
  }

  private void inline(WitInterface body, String item) {
    texts.put(
        FOLDER + body.name() + ".d.ts",
        InterfaceFile.of(
            body, body.name(), interfaces, docs, Docs.inline(world, item), this::file));
  }
}
