package dev.mortise.classgen.jar;

import dev.mortise.classgen.mapping.ClassName;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.ModuleVisitor;
import org.objectweb.asm.Opcodes;

/**
 * What a jar says of itself to the module system.
 *
 * @param name the module
 * @param requires the modules whose types its callers see: they read them too
 * @param uses the modules that only its own code needs
 * @param exports the packages that its callers see
 * @param services what it has of others at run time, and gives them
 */
public record ModuleDescriptor(
    String name,
    List<String> requires,
    List<String> uses,
    List<String> exports,
    Services services) {
  /** The module that every generated class needs. */
  public static final String RUNTIME = "dev.mortise.runtime";

  /** The module of the engine, whose types compiled core code has in its signatures. */
  static final String ENGINE = "com.dylibso.chicory.runtime";

  /**
   * Services, all by internal name.
   *
   * @param used interfaces whose providers it looks up
   * @param provided interfaces that it provides, and with which class
   */
  public record Services(Set<String> used, Map<String, String> provided) {
    /** None. */
    public static final Services NONE = new Services(Set.of(), Map.of());

    public Services {
      used = Collections.unmodifiableSet(new TreeSet<>(used));
      provided = Collections.unmodifiableMap(new TreeMap<>(provided));
    }
  }

  public ModuleDescriptor {
    requires = List.copyOf(requires);
    uses = List.copyOf(uses);
    exports = List.copyOf(exports);
  }

  /**
   * A module name for a component or jar of a file name, by the rules for automatic modules ({@code
   * java.lang.module.ModuleFinder#of}): {@code text-c.wasm} is {@code text.c}.
   */
  public static String nameOf(String fileName) {
    String name =
        fileName
            .replaceAll("\\.[^.]*$", "")
            .replaceAll("[^A-Za-z0-9]", ".")
            .replaceAll("\\.{2,}", ".")
            .replaceAll("^\\.|\\.$", "");
    StringBuilder legal = new StringBuilder();
    for (String part : name.split("\\.", -1)) {
      legal.append(legal.isEmpty() ? "" : ".");
      legal.append(part.isEmpty() || Character.isDigit(part.charAt(0)) ? "_" + part : part);
    }
    return legal.toString();
  }

  /** The packages of classes, from the names of their files. */
  static List<String> packages(Collection<String> internalNames) {
    TreeSet<String> packages = new TreeSet<>();
    for (String name : internalNames) {
      String found = ClassName.packageOf(name);
      if (!found.isEmpty()) {
        packages.add(found);
      }
    }
    return List.copyOf(packages);
  }

  /**
   * The class file {@code module-info.class}.
   *
   * @param packages all packages of the jar
   */
  byte[] classFile(List<String> packages) {
    ClassWriter writer = new ClassWriter(0);
    writer.visit(Opcodes.V21, Opcodes.ACC_MODULE, "module-info", null, null, null);
    ModuleVisitor module = writer.visitModule(name, 0, null);
    module.visitRequire("java.base", Opcodes.ACC_MANDATED, null);
    requires.forEach(required -> module.visitRequire(required, Opcodes.ACC_TRANSITIVE, null));
    uses.forEach(required -> module.visitRequire(required, 0, null));
    exports.forEach(exported -> module.visitExport(exported.replace('.', '/'), 0));
    services.used().forEach(module::visitUse);
    services.provided().forEach((type, provider) -> module.visitProvide(type, provider));
    packages.forEach(each -> module.visitPackage(each.replace('.', '/')));
    module.visitEnd();
    writer.visitEnd();
    return writer.toByteArray();
  }
}
