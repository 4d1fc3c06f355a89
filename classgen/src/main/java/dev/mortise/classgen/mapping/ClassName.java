package dev.mortise.classgen.mapping;

import java.util.ArrayList;
import java.util.List;

/**
 * The name of a Java class.
 *
 * @param packageName the package, such as {@code wit.docs.text.v0_2}
 * @param simpleNames the names of the enclosing classes and of the class itself, outside in
 */
public record ClassName(String packageName, List<String> simpleNames) {
  public ClassName {
    simpleNames = List.copyOf(simpleNames);
    if (simpleNames.isEmpty()) {
      throw new IllegalArgumentException("a class has a name");
    }
  }

  /** A class that is not nested. */
  public static ClassName of(String packageName, String simpleName) {
    return new ClassName(packageName, List.of(simpleName));
  }

  /** The name of a class that there is. */
  public static ClassName of(Class<?> type) {
    String full = type.getName();
    return of(type.getPackageName(), full.substring(full.lastIndexOf('.') + 1));
  }

  /** A class nested in this one. */
  public ClassName nested(String simpleName) {
    List<String> names = new ArrayList<>(simpleNames);
    names.add(simpleName);
    return new ClassName(packageName, names);
  }

  /** The last name. */
  public String simpleName() {
    return simpleNames.get(simpleNames.size() - 1);
  }

  /** The name in class files, such as {@code wit/docs/text/v0_2/Ops$Counts}. */
  public String internalName() {
    String nested = String.join("$", simpleNames);
    return packageName.isEmpty() ? nested : packageName.replace('.', '/') + "/" + nested;
  }

  /** The name by which class loaders know it, such as {@code wit.docs.text.v0_2.Ops$Counts}. */
  public String binaryName() {
    return internalName().replace('/', '.');
  }

  /** The package of a class, or of a file in a jar, from its name with slashes. */
  public static String packageOf(String internalName) {
    return internalName.substring(0, Math.max(internalName.lastIndexOf('/'), 0)).replace('/', '.');
  }

  /** The name in source text, such as {@code wit.docs.text.v0_2.Ops.Counts}. */
  @Override
  public String toString() {
    String nested = String.join(".", simpleNames);
    return packageName.isEmpty() ? nested : packageName + "." + nested;
  }
}
