package dev.mortise.jsbridge.untyped;

import dev.mortise.runtime.type.FuncType;
import dev.mortise.runtime.type.StructuralType;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The types and functions that pass as values without types, by number: the glue names them by
 * these. Not thread-safe while it is filled.
 */
public final class ValueTypes {
  /**
   * An exported function.
   *
   * @param owner the interface, or null for a function of the world
   */
  record Export(@Nullable String owner, String name, FuncType type) {}

  /**
   * An imported function.
   *
   * @param number its place among the functions of the glue that imports without a form in Java are
   */
  record Import(int number, FuncType type) {}

  private final List<StructuralType> types = new ArrayList<>();
  private final Map<StructuralType, Integer> numbers = new IdentityHashMap<>();
  private final List<Export> exports = new ArrayList<>();
  private final Map<String, Import> imports = new LinkedHashMap<>();

  /** No types and functions. */
  public ValueTypes() {}

  /** The number of a type. */
  public int number(StructuralType type) {
    return numbers.computeIfAbsent(
        type,
        t -> {
          types.add(t);
          return types.size() - 1;
        });
  }

  StructuralType type(int number) {
    return types.get(number);
  }

  /** Adds an exported function; gives its number. */
  public int addExport(@Nullable String owner, String name, FuncType type) {
    exports.add(new Export(owner, name, type));
    return exports.size() - 1;
  }

  Export export(int number) {
    return exports.get(number);
  }

  /** Adds an imported function; gives its number. */
  public int addImport(@Nullable String owner, String name, FuncType type) {
    imports.put(owner == null ? name : owner + "#" + name, new Import(imports.size(), type));
    return imports.size() - 1;
  }

  Import importAt(int number) {
    return List.copyOf(imports.values()).get(number);
  }

  /** The imported function of a path, such as {@code docs:clock/now#hour}. */
  @Nullable Import importOf(String path) {
    return imports.get(path);
  }
}
