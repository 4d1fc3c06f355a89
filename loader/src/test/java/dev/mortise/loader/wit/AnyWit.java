package dev.mortise.loader.wit;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Random WIT text that is right: packages inside the main one, interfaces that use types of those
 * before them, worlds with what a world can hold, documentation, gates, and names that need a
 * {@code %}. The interfaces in order; an interface is in the package of its number.
 */
final class AnyWit {
  private static final String[] DOCS = {
    "///",
    "/// A word.",
    "///   indented \u00e9 \u65e5",
    "/// ends */ \"quoted\" \\u{1b}",
    "/** a */",
    "/**\n * One.\n *\n *  Two.\n */"
  };
  private static final String[] PRIMS = {
    "bool", "u8", "s16", "u32", "s64", "f32", "f64", "char", "string", "error-context"
  };
  private static final String[] KEYS = {"u8", "string", "char", "bool", "s64"};

  /** An interface that is complete: others may use its types and import it. */
  private record Known(int inPackage, String name, AnyNames types, Set<Known> needs) {}

  private final Random random;
  private final boolean gated;
  private final List<StringBuilder> packages = new ArrayList<>();
  private final List<Known> known = new ArrayList<>();
  private final AnyNames names;
  private final List<Known> worlds = new ArrayList<>();
  private boolean inWorld;
  private int minor;
  private StringBuilder out = new StringBuilder();

  private AnyWit(long seed) {
    this.random = new Random(seed);
    this.gated = random.nextBoolean();
    this.names = new AnyNames(random);
  }

  /** A text of its seed, about as many interfaces large as said. */
  static String of(long seed, int size) {
    AnyWit any = new AnyWit(seed);
    int count = 1 + any.random.nextInt(3);
    for (int i = 0; i < count; i++) {
      any.packages.add(new StringBuilder());
    }
    for (int i = 0; i < size; i++) {
      any.anInterface(any.random.nextInt(count));
    }
    for (int i = 0; i < 1 + size / 3; i++) {
      any.world(any.random.nextInt(count));
    }
    StringBuilder text = new StringBuilder(any.docs() + "package " + any.header(0) + ";\n");
    text.append(any.packages.getFirst());
    for (int i = 1; i < count; i++) {
      text.append(any.docs()).append("package ").append(any.header(i)).append(" {\n");
      text.append(any.packages.get(i)).append("}\n");
    }
    return text.toString();
  }

  private String header(int index) {
    return path(index) + "@1.9.0";
  }

  private static String path(int index) {
    return List.of("demo:main", "%use:other", "a1:b/%type").get(index);
  }

  private String pathTo(Known target, int from) {
    String name = AnyNames.escape(target.name);
    return target.inPackage == from ? name : path(target.inPackage) + "/" + name + "@1.9.0";
  }

  private void anInterface(int in) {
    out = packages.get(in);
    Known self = new Known(in, names.fresh("i"), new AnyNames(random), new LinkedHashSet<>());
    item(() -> "interface " + AnyNames.escape(self.name) + " {");
    body(self.types, in, self.needs);
    out.append("}\n");
    known.add(self);
  }

  private void body(AnyNames scope, int in, Set<Known> needs) {
    for (int i = random.nextInt(3); i > 0 && !known.isEmpty(); i--) {
      use(scope, in, needs, known.get(random.nextInt(known.size())));
    }
    for (int i = random.nextInt(6); i > 0; i--) {
      type(scope);
    }
    for (int i = random.nextInt(4); i > 0; i--) {
      String name = AnyNames.escape(scope.fresh("f"));
      item(() -> externalId() + name + ": " + func(scope) + ";");
    }
  }

  private void use(AnyNames scope, int in, Set<Known> needs, Known from) {
    if (from.types.any() == null) {
      return;
    }
    String name = from.types.any();
    String as = scope.fresh("u");
    item(
        () ->
            "use "
                + pathTo(from, in)
                + ".{"
                + AnyNames.escape(name)
                + " as "
                + AnyNames.escape(as)
                + "};");
    scope.define(as, from.types.isResource(name), false);
    needs.add(from);
  }

  private void type(AnyNames scope) {
    String label = scope.fresh("t");
    String name = AnyNames.escape(label);
    switch (random.nextInt(7)) {
      case 0 ->
          item(() -> "record " + name + " {" + members(n -> n + ": " + value(scope, 2)) + "}");
      case 1 ->
          item(
              () ->
                  "variant "
                      + name
                      + " {"
                      + members(n -> random.nextBoolean() ? n : n + "(" + value(scope, 2) + ")")
                      + "}");
      case 2 -> item(() -> "enum " + name + " {" + members(n -> n) + "}");
      case 3 -> item(() -> "flags " + name + " {" + members(n -> n) + "}");
      case 4 -> {
        String key = KEYS[random.nextInt(KEYS.length)];
        item(() -> "type " + name + " = " + key + ";");
        scope.define(label, false, true);
        return;
      }
      case 5 -> item(() -> "type " + name + " = " + value(scope, 3) + ";");
      default -> {
        item(() -> (inWorld ? "" : externalId()) + "resource " + name + methods(scope, label));
        scope.define(label, true, false);
        return;
      }
    }
    scope.define(label, false, false);
  }

  /** Members of fresh names, each as {@code form} writes its name. */
  private String members(UnaryOperator<String> form) {
    AnyNames labels = new AnyNames(random);
    StringBuilder members = new StringBuilder();
    for (int i = 1 + random.nextInt(4); i > 0; i--) {
      members.append(docs()).append(form.apply(AnyNames.escape(labels.fresh("m")))).append(", ");
    }
    return members.toString();
  }

  private String methods(AnyNames scope, String resource) {
    if (random.nextInt(3) == 0) {
      return ";";
    }
    AnyNames labels = new AnyNames(random);
    labels.take(resource);
    StringBuilder methods = new StringBuilder(" {");
    if (random.nextBoolean()) {
      methods.append(docs()).append(gate()).append("constructor(").append(params(scope));
      methods.append(")");
      if (random.nextBoolean()) {
        String self = AnyNames.escape(resource);
        methods.append(" -> result<").append(self).append(", ").append(value(scope, 1)).append('>');
      }
      methods.append(";");
    }
    for (int i = random.nextInt(3); i > 0; i--) {
      methods.append(docs()).append(gate()).append(externalId());
      methods.append(AnyNames.escape(labels.fresh("m")));
      methods.append(random.nextBoolean() ? ": static " : ": ").append(func(scope)).append(";");
    }
    return methods.append("}").toString();
  }

  private String func(AnyNames scope) {
    String result = random.nextBoolean() ? " -> " + value(scope, 2) : "";
    return (random.nextInt(3) == 0 ? "async " : "") + "func(" + params(scope) + ")" + result;
  }

  private String params(AnyNames scope) {
    AnyNames labels = new AnyNames(random);
    labels.take("self");
    List<String> params = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      String resource = scope.anyResource();
      String type =
          resource != null && random.nextBoolean()
              ? "borrow<" + AnyNames.escape(resource) + ">"
              : value(scope, 2);
      params.add(AnyNames.escape(labels.fresh("p")) + ": " + type);
    }
    return String.join(", ", params);
  }

  /** A type without a borrow. */
  private String value(AnyNames scope, int depth) {
    String name = scope.any();
    if (name != null && random.nextInt(3) == 0) {
      return AnyNames.escape(name);
    }
    if (depth == 0) {
      return PRIMS[random.nextInt(PRIMS.length)];
    }
    Supplier<String> part = () -> value(scope, depth - 1);
    return switch (random.nextInt(13)) {
      case 0 -> "list<" + part.get() + ">";
      case 1 -> "list<" + part.get() + ", " + (1 + random.nextInt(40)) + ">";
      case 2 -> "option<" + part.get() + ">";
      case 3 -> "result<" + part.get() + ", " + part.get() + ">";
      case 4 -> "result<_, " + part.get() + ">";
      case 5 -> random.nextBoolean() ? "result" : "result<" + part.get() + ">";
      case 6 -> "tuple<" + part.get() + ", " + part.get() + ">";
      case 7 -> random.nextBoolean() ? "stream" : "stream<" + part.get() + ">";
      case 8 -> random.nextBoolean() ? "future" : "future<" + part.get() + ">";
      case 9 -> {
        String key = scope.anyKey();
        yield "map<" + (key == null ? "u32" : AnyNames.escape(key)) + ", " + part.get() + ">";
      }
      case 10 -> {
        String resource = scope.anyResource();
        yield resource == null ? "char" : "own<" + AnyNames.escape(resource) + ">";
      }
      default -> PRIMS[random.nextInt(PRIMS.length)];
    };
  }

  private void world(int in) {
    out = packages.get(in);
    String world = names.fresh("w");
    AnyNames scope = new AnyNames(random);
    AnyNames exports = new AnyNames(random);
    item(() -> "world " + AnyNames.escape(world) + " {");
    if (!worlds.isEmpty() && random.nextInt(4) == 0) {
      Known included = worlds.get(random.nextInt(worlds.size()));
      item(() -> "include " + pathTo(included, in) + ";");
      out.append("}\n");
      return;
    }
    worlds.add(new Known(in, world, scope, Set.of()));
    worldBody(scope, in, exports);
    Set<Known> exported = new LinkedHashSet<>();
    for (Known target : known) {
      if (random.nextInt(4) == 0) {
        item(() -> "import " + pathTo(target, in) + ";");
      }
      // What is exported takes all that it needs with it: never one side through the other.
      if (random.nextInt(4) == 0) {
        exportAll(target, exported);
      }
      if (random.nextInt(6) == 0) {
        String name = AnyNames.escape(scope.fresh("n"));
        item(() -> externalId() + "import " + name + ": " + pathTo(target, in) + ";");
      }
    }
    exported.forEach(target -> item(() -> "export " + pathTo(target, in) + ";"));
    out.append("}\n");
  }

  private static void exportAll(Known target, Set<Known> exported) {
    target.needs.forEach(need -> exportAll(need, exported));
    exported.add(target);
  }

  private void worldBody(AnyNames scope, int in, AnyNames exports) {
    for (int i = random.nextInt(3); i > 0 && !known.isEmpty(); i--) {
      use(scope, in, new LinkedHashSet<>(), known.get(random.nextInt(known.size())));
    }
    inWorld = true;
    for (int i = random.nextInt(4); i > 0; i--) {
      type(scope);
    }
    inWorld = false;
    for (int i = random.nextInt(4); i > 0; i--) {
      boolean imports = random.nextBoolean();
      String name = AnyNames.escape((imports ? scope : exports).fresh("x"));
      String head = (imports ? "import " : "export ") + name + ": ";
      if (random.nextBoolean()) {
        item(() -> head + func(scope) + ";");
      } else if (imports) {
        item(() -> head + "interface {");
        body(new AnyNames(random), in, new LinkedHashSet<>());
        out.append("}\n");
      }
    }
  }

  /** An item behind documentation and a gate, which comes first: what it refers to is older. */
  private void item(Supplier<String> text) {
    String before = docs() + gate();
    out.append(before).append(text.get()).append('\n');
  }

  private String docs() {
    return random.nextInt(4) > 0 ? "" : "\n" + DOCS[random.nextInt(DOCS.length)] + "\n";
  }

  /** A gate no weaker than any before it. */
  private String gate() {
    if (!gated) {
      return "";
    }
    if (minor < 9 && random.nextInt(8) == 0) {
      minor++;
    }
    String deprecated = random.nextInt(5) == 0 ? "@deprecated(version = 1.9.0) " : "";
    return "@since(version = 1." + minor + ".0) " + deprecated;
  }

  private String externalId() {
    return random.nextInt(8) > 0 ? "" : "@external-id(\"id \\\"\\\\ \u00e9\") ";
  }
}
