package dev.mortise.runtime.generated;

import dev.mortise.runtime.Imports;
import dev.mortise.runtime.error.Diagnostic;
import dev.mortise.runtime.error.LinkException;
import dev.mortise.runtime.link.HostItem;
import dev.mortise.runtime.link.InterfaceVersions;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An import of a component whose classes were made ahead of time.
 *
 * @param name its name in WIT; {@link HostItem#ROOT} for the functions that belong to no interface
 * @param contract the Java interface that its object implements
 */
public record GeneratedImport(String name, Class<?> contract) {

  /** The position of an import. */
  static int indexOf(List<GeneratedImport> imports, String name) {
    for (int i = 0; i < imports.size(); i++) {
      if (imports.get(i).name.equals(name)) {
        return i;
      }
    }
    throw new IllegalArgumentException("no import " + name);
  }

  /** The objects that are supplied for imports. */
  static Object[] find(List<GeneratedImport> imports, Imports supplied) {
    Object[] objects = new Object[imports.size()];
    List<Diagnostic> problems = new ArrayList<>();
    for (int i = 0; i < imports.size(); i++) {
      GeneratedImport wanted = imports.get(i);
      HostItem item = InterfaceVersions.find(wanted.name, supplied.items());
      if (item instanceof HostItem.Typed typed && wanted.contract.isInstance(typed.object())) {
        objects[i] = typed.object();
      } else {
        problems.add(wanted.problem(item));
      }
    }
    if (!problems.isEmpty()) {
      throw new LinkException(problems);
    }
    return objects;
  }

  /** Checks an object that was passed for the import. */
  void require(@Nullable Object object) {
    if (!contract.isInstance(object)) {
      throw new LinkException(
          object == null ? problem(null) : problem(new HostItem.Typed(object, object.getClass())));
    }
  }

  private Diagnostic problem(@Nullable HostItem found) {
    String simple = contract.getSimpleName();
    String expected = "an object of " + contract.getName();
    String where =
        name.equals(HostItem.ROOT) ? "functions of the world" : "import \"" + name + "\"";
    if (found == null) {
      return Diagnostic.of("missing-import", where)
          .expecting(expected, "nothing supplied")
          .withHint("Supply it: Imports.of(" + simple + ".class, …)");
    }
    return Diagnostic.of("wrong-import-kind", where)
        .expecting(
            expected,
            found instanceof HostItem.Typed typed
                ? "one of " + typed.object().getClass().getName()
                : "a " + found.kind())
        .because("the component's classes were made ahead of time, and call this interface only")
        .withHint(
            "Implement " + contract.getName() + ", and bind the object to " + simple + ".class");
  }
}
