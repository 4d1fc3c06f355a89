package dev.mortise.jsbridge;

import dev.mortise.jsbridge.shape.JsShape.Function;
import dev.mortise.jsbridge.shape.JsShape.Item;
import dev.mortise.jsbridge.shape.JsShape.Namespace;
import dev.mortise.jsbridge.shape.JsShape.ResourceClass;
import dev.mortise.runtime.error.Diagnostic;
import dev.mortise.runtime.error.LinkException;
import dev.mortise.runtime.name.Nearest;
import dev.mortise.runtime.type.WitTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/**
 * Finds what JavaScript supplies for the imports of a component, and checks that it is all there.
 */
final class ImportValues {
  private final List<Diagnostic> problems = new ArrayList<>();

  private ImportValues() {}

  /**
   * The values of imports, in their order.
   *
   * @throws LinkException with all that is missing or of a wrong kind
   */
  static List<Value> find(List<Item> items, JsImports imports) {
    ImportValues found = new ImportValues();
    List<Value> values = new ArrayList<>();
    for (Item item : items) {
      Value value = imports.find(item.wit());
      if (value == null || value.isNull()) {
        found.problems.add(missing(item));
      } else {
        found.check(item, value);
        values.add(value);
      }
    }
    if (!found.problems.isEmpty()) {
      throw new LinkException(found.problems);
    }
    return values;
  }

  private static Diagnostic missing(Item item) {
    return Diagnostic.of("missing-import", "import " + item.wit())
        .expecting(expected(item), "nothing of that name");
  }

  private static String expected(Item item) {
    return switch (item) {
      case Function function -> "a function, " + WitTypes.describe(function.type());
      case ResourceClass resource -> "a class " + resource.js();
      case Namespace namespace -> {
        List<String> names = new ArrayList<>();
        namespace.functions().forEach(f -> names.add(f.js()));
        namespace.classes().forEach(c -> names.add(c.js()));
        yield "an object with " + String.join(", ", names);
      }
    };
  }

  private void check(Item item, Value value) {
    switch (item) {
      case Function function -> check("import " + item.wit(), item, value, Value::canExecute);
      case ResourceClass resource ->
          check("import " + item.wit(), item, value, Value::canInstantiate);
      case Namespace namespace -> {
        namespace.functions().forEach(f -> member(namespace, f, value, Value::canExecute));
        namespace.classes().forEach(c -> member(namespace, c, value, Value::canInstantiate));
      }
    }
  }

  private void member(Namespace namespace, Item item, Value object, Predicate<Value> fits) {
    Value value = object.hasMember(item.js()) ? object.getMember(item.js()) : null;
    String where = "import " + namespace.wit() + " > " + item.wit();
    if (value == null || value.isNull()) {
      String nearest = Nearest.of(item.js(), List.copyOf(object.getMemberKeys()));
      problems.add(
          Diagnostic.of("missing-import", where)
              .expecting(expected(item), "no member `" + item.js() + "`")
              .withHint(nearest == null ? null : "Did you mean `" + nearest + "`?"));
    } else {
      check(where, item, value, fits);
    }
  }

  private void check(String where, Item item, @Nullable Value value, Predicate<Value> fits) {
    if (value != null && !fits.test(value)) {
      problems.add(
          Diagnostic.of("wrong-import", where)
              .expecting(expected(item), value.getMetaObject().getMetaSimpleName()));
    }
  }
}
