package dev.mortise.jsbridge.script;

import dev.mortise.classgen.mapping.ClassName;
import dev.mortise.classgen.mapping.UnmappableTypeException;
import dev.mortise.jsbridge.entry.EntryClasses;
import dev.mortise.jsbridge.shape.JsShape;
import dev.mortise.jsbridge.shape.JsShape.Function;
import dev.mortise.jsbridge.shape.JsShape.Item;
import dev.mortise.jsbridge.shape.JsShape.Namespace;
import dev.mortise.jsbridge.shape.JsShape.ResourceClass;
import dev.mortise.jsbridge.untyped.ValueTypes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The script of a component, and what it needs of Java: the entry of this package. It is a function
 * that takes what the realm has, the entry of an instance and what stands beside it, and a function
 * that gives the value for an import by its number; it gives the exports and the functions that
 * imports are.
 *
 * @param text the script
 * @param imports the names of the imports that JavaScript supplies, by number
 * @param contracts the Java interface of each that has functions, by name; of those that belong to
 *     no interface by the empty name
 */
public record Glue(String text, List<Item> imports, Map<String, ClassName> contracts) {
  /** What scripts take from the realm. */
  private static final String REALM =
      "at, bad, badParam, brief, char, checkLength, dispose, drop, eachEntry, exported, failed,"
          + " freeze, fromCodePoint, fround, giveBack, inElement, isArray, isMoving, JsMap,"
          + " JsTypeError, lend, lending, move, moved, named, newNamespace, no, noPromise, numbers,"
          + " payloadOf, putEntry, refuse, registry, requireInstance, runtimeError, settle, signed,"
          + " toBigInt, typed, unsigned, unwrapped, withCode";

  public Glue {
    imports = List.copyOf(imports);
    contracts = Map.copyOf(contracts);
  }

  /**
   * Writes the script of a component.
   *
   * @param classes learns what the script needs
   * @param values learns what passes without types
   * @param ofJava whether Java supplies an import of a name
   */
  public static Glue of(
      JsShape shape, EntryClasses classes, ValueTypes values, Predicate<String> ofJava) {
    return new Writer(shape, classes, values, ofJava).write();
  }

  private static final class Writer {
    private final JsShape shape;
    private final EntryClasses classes;
    private final Predicate<String> ofJava;
    private final ResourceNames resources;
    private final HandleSearch handles;
    private final Js conversions = new Js();
    private final Js functions = new Js();
    private final Converters typed;
    private final Converters untyped;
    private final ImportWriter importWriter;
    private final ExportWriter exportWriter;
    private final List<Item> imports = new ArrayList<>();
    private final Map<String, ClassName> contracts = new LinkedHashMap<>();
    private final Map<ResourceClass, Integer> numbers = new LinkedHashMap<>();
    private int hosts;
    private int valueHosts;

    Writer(JsShape shape, EntryClasses classes, ValueTypes values, Predicate<String> ofJava) {
      this.shape = shape;
      this.classes = classes;
      this.ofJava = ofJava;
      resources = new ResourceNames(classes.hosts());
      handles = new HandleSearch(resources);
      typed = new Converters(new TypedVocabulary(classes.ops()), resources, conversions);
      untyped = new Converters(new ValueVocabulary(values), resources, conversions);
      importWriter = new ImportWriter(classes.hosts(), values, typed, untyped, handles);
      exportWriter = new ExportWriter(classes.calls(), values, typed, untyped, handles);
    }

    Glue write() {
      shape.imports().forEach(this::declareImport);
      shape.exports().forEach(this::declareExport);
      Js exports = exports();
      for (int i = 0; i < imports.size(); i++) {
        importFunctions(i, imports.get(i));
      }
      Js js = new Js();
      js.line("(function (R, E, V, importOf) {");
      js.line("\"use strict\";");
      js.line("const { " + REALM + " } = R;");
      js.line("const forgotten = registry(E);");
      js.line(Home.DECLARATION);
      js.lines(conversions);
      js.lines(functions);
      js.lines(exports);
      js.line(
          "return { exports: root, functions: ["
              + hostNames("host", hosts)
              + "], valueFunctions: ["
              + hostNames("valueHost", valueHosts)
              + "] };");
      js.line("})");
      return new Glue(js.toString(), imports, contracts);
    }

    private static String hostNames(String prefix, int hosts) {
      StringBuilder names = new StringBuilder();
      for (int i = 0; i < hosts; i++) {
        names.append(i == 0 ? "" : ", ").append(prefix).append(i);
      }
      return names.toString();
    }

    /** Makes the resources of an import known, and the values that JavaScript supplies. */
    private void declareImport(Item item) {
      boolean java = ofJava.test(item.wit());
      switch (item) {
        case Namespace namespace -> {
          namespace.classes().forEach(c -> declareImported(c, java, imports.size(), true));
          if (!java && !namespace.isEmpty()) {
            imports.add(item);
            contract(namespace.wit());
          }
        }
        case ResourceClass resource -> {
          declareImported(resource, java, imports.size(), false);
          if (!java) {
            imports.add(item);
            contract("");
          }
        }
        case Function function -> {
          if (!java) {
            imports.add(item);
          }
        }
      }
    }

    private void contract(String wit) {
      try {
        contracts.put(wit, classes.hosts().contract(wit));
      } catch (UnmappableTypeException e) {
        // Java has no form of it at all: linking says what that means.
      }
    }

    private void declareImported(
        ResourceClass resource, boolean java, int importNumber, boolean member) {
      if (java) {
        declareGlue(resource);
        return;
      }
      int number = resources.addUsers(resource.type(), resource.js());
      numbers.put(resource, number);
      functions.line(
          "const Class"
              + number
              + " = importOf("
              + importNumber
              + ")"
              + (member ? "[" + Js.quote(resource.js()) + "];" : ";"));
    }

    private void declareGlue(ResourceClass resource) {
      int number = resources.addGlue(resource.type());
      numbers.put(resource, number);
      ClassWriter.declare(conversions, number);
    }

    private void declareExport(Item item) {
      switch (item) {
        case Namespace namespace -> namespace.classes().forEach(this::declareGlue);
        case ResourceClass resource -> declareGlue(resource);
        case Function function -> {}
      }
    }

    private int number(ResourceClass resource) {
      Integer number = numbers.get(resource);
      if (number == null) {
        throw new IllegalStateException(resource.wit() + " was not declared");
      }
      return number;
    }

    private Js exports() {
      Js js = new Js();
      ClassWriter classWriter = new ClassWriter(exportWriter);
      for (Item item : shape.imports()) {
        if (ofJava.test(item.wit()) && item instanceof Namespace namespace) {
          // Their functions are Java's; objects of them only pass through.
          namespace.classes().forEach(c -> classWriter.write(js, null, bare(c), number(c)));
        }
      }
      js.line("const root = newNamespace();");
      Set<String> names = new HashSet<>();
      for (Item item : shape.exports()) {
        if (item instanceof Namespace namespace) {
          js.open("{");
          js.line("const namespace = newNamespace();");
          members(js, namespace.wit(), "namespace", namespace.classes(), namespace.functions());
          js.line("freeze(namespace);");
          js.line("exported(root, " + Js.quote(namespace.wit()) + ", namespace);");
          if (isAlias(namespace) && names.add(namespace.js())) {
            js.line("exported(root, " + Js.quote(namespace.js()) + ", namespace);");
          }
          js.close("}");
        }
      }
      members(
          js,
          null,
          "root",
          shape.exports().stream()
              .filter(ResourceClass.class::isInstance)
              .map(ResourceClass.class::cast)
              .toList(),
          shape.exports().stream()
              .filter(Function.class::isInstance)
              .map(Function.class::cast)
              .toList());
      js.line("freeze(root);");
      return js;
    }

    private static ResourceClass bare(ResourceClass resource) {
      return new ResourceClass(
          resource.wit(), resource.js(), resource.type(), null, List.of(), List.of());
    }

    /** Whether an interface has its short name for itself. */
    private boolean isAlias(Namespace namespace) {
      return shape.exports().stream()
              .noneMatch(
                  other ->
                      other != namespace
                          && (other.js().equals(namespace.js())
                              || other.wit().equals(namespace.js())))
          && !namespace.js().equals(namespace.wit());
    }

    private void members(
        Js js,
        @Nullable String owner,
        String target,
        List<ResourceClass> resources,
        List<Function> all) {
      ClassWriter classWriter = new ClassWriter(exportWriter);
      for (ResourceClass resource : resources) {
        classWriter.write(js, owner, resource, number(resource));
        js.line(
            "exported("
                + target
                + ", "
                + Js.quote(resource.js())
                + ", Class"
                + number(resource)
                + ");");
      }
      for (Function function : all) {
        String name = Js.quote(function.js());
        // A method of an object, for such a one is no constructor and has the right name.
        js.open("exported(" + target + ", " + name + ", ({ " + Home.PROTOTYPE + ",");
        exportWriter.method(js, owner, function, name, Home.ENTRY);
        js.close("})[" + name + "]);");
      }
    }

    private void importFunctions(int number, Item item) {
      switch (item) {
        case Namespace namespace -> {
          for (Function function : namespace.functions()) {
            write(
                namespace.wit(),
                function,
                ImportWriter.Callee.FUNCTION,
                "importOf(" + number + ")[" + Js.quote(function.js()) + "]");
          }
          namespace.classes().forEach(c -> classFunctions(namespace.wit(), c));
        }
        case ResourceClass resource -> classFunctions(null, resource);
        case Function function ->
            write(null, function, ImportWriter.Callee.FUNCTION, "importOf(" + number + ")");
      }
    }

    private void classFunctions(@Nullable String owner, ResourceClass resource) {
      String type = "Class" + number(resource);
      Function constructor = resource.constructor();
      if (constructor != null) {
        write(owner, constructor, ImportWriter.Callee.CONSTRUCTOR, type);
      }
      for (Function method : resource.methods()) {
        write(owner, method, ImportWriter.Callee.METHOD, method.js());
      }
      for (Function method : resource.statics()) {
        write(owner, method, ImportWriter.Callee.STATIC, type + "[" + Js.quote(method.js()) + "]");
      }
    }

    private void write(
        @Nullable String owner, Function function, ImportWriter.Callee kind, String callee) {
      contract(owner == null ? "" : owner);
      try {
        write(owner, function, kind, callee, function.type().async());
      } catch (UnmappableTypeException e) {
        try {
          write(owner, function, kind, callee, true);
        } catch (UnmappableTypeException none) {
          // No code of the component's can call it: a call is a trap that names it.
        }
      }
    }

    private void write(
        @Nullable String owner,
        Function function,
        ImportWriter.Callee kind,
        String callee,
        boolean withValues) {
      Js js = new Js();
      String called = callee;
      if (kind == ImportWriter.Callee.FUNCTION) {
        called = "function" + (hosts + valueHosts);
        js.line("const " + called + " = " + callee + ";");
      }
      importWriter.write(js, owner, function, kind, called, withValues);
      functions.lines(js);
      if (withValues) {
        valueHosts++;
      } else {
        hosts++;
      }
    }
  }
}
