package dev.mortise.classgen.mapping;

import dev.mortise.classgen.mapping.JavaModel.InterfaceDecl;
import dev.mortise.classgen.mapping.JavaModel.MethodDecl;
import dev.mortise.classgen.mapping.JavaModel.WorldDecl;
import dev.mortise.loader.name.ExternNameParser;
import dev.mortise.loader.name.InvalidNameException;
import dev.mortise.loader.name.ParsedName;
import dev.mortise.loader.type.ComponentType;
import dev.mortise.loader.type.ExternType;
import dev.mortise.loader.type.FuncType;
import dev.mortise.loader.type.InstanceType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Maps a component's type to Java: the entry of this package. */
public final class JavaMapping {
  private static final Set<String> WORLD_MEMBERS = Set.of("close", "instantiate");

  /** The interface, nested in the world, of the functions that it imports by themselves. */
  private static final String IMPORTS = "Imports";

  private final ClassName world;
  private final JavaTypes types = new JavaTypes();
  private final Map<String, InterfaceDecl> interfaces = new LinkedHashMap<>();
  private final Map<String, JavaNames> packages = new LinkedHashMap<>();

  private JavaMapping(ClassName world) {
    this.world = world;
  }

  /**
   * The Java classes of a component.
   *
   * @param fileName the component's file, which names the world: {@code greeter.wasm} is {@code
   *     greeter.Greeter}
   * @param packageName the package of the world, or null for one of the file's name
   * @throws UnmappableTypeException when the component speaks of what has no Java form
   */
  public static JavaModel of(
      ComponentType component, String fileName, @Nullable String packageName) {
    return new JavaMapping(PackageNames.world(fileName, packageName)).model(component);
  }

  private JavaModel model(ComponentType component) {
    JavaNames names = new JavaNames(JavaNames.INHERITED);
    WORLD_MEMBERS.forEach(names::claim);
    ScopeMapping scope = new ScopeMapping(world, types, names);
    ClassName hostName = scope.reserve(IMPORTS);
    ScopeMapping host = new ScopeMapping(hostName, types, new JavaNames(JavaNames.INHERITED));
    List<ClassName> imports = new ArrayList<>();
    component
        .imports()
        .forEach(
            (name, type) -> {
              switch (type) {
                case InstanceType instance -> imports.add(interfaceDecl(name, instance).name());
                case FuncType func -> host.method(name, func);
                case ExternType.Type named -> host.type(name, named);
                default -> throw new UnmappableTypeException(unmappable("import", name, type));
              }
            });
    List<WorldDecl.Accessor> accessors = new ArrayList<>();
    component
        .exports()
        .forEach(
            (name, type) -> {
              switch (type) {
                case InstanceType instance -> {
                  InterfaceDecl declared = interfaceDecl(name, instance);
                  String accessor = names.claim(decapitalised(declared.name().simpleName()));
                  accessors.add(new WorldDecl.Accessor(accessor, name, declared.name()));
                }
                case FuncType func -> scope.method(name, func);
                case ExternType.Type named -> scope.type(name, named);
                default -> throw new UnmappableTypeException(unmappable("export", name, type));
              }
            });
    boolean noHost = host.methods().isEmpty() && host.types().isEmpty();
    return new JavaModel(
        new ArrayList<>(interfaces.values()),
        new WorldDecl(
            world,
            imports,
            noHost ? null : new InterfaceDecl(hostName, "", host.types(), host.methods()),
            accessors,
            scope.types(),
            scope.methods()),
        types);
  }

  private static String decapitalised(String name) {
    return Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }

  private static String unmappable(String direction, String name, ExternType type) {
    return direction + " \"" + name + "\": a " + type.kind() + " has no Java form yet";
  }

  /**
   * The Java interface of an instance. What is both imported and exported is one interface, so that
   * one component's provider can be another's.
   */
  private InterfaceDecl interfaceDecl(String name, InstanceType instance) {
    InterfaceDecl known = interfaces.get(name);
    ClassName className = known == null ? className(name) : known.name();
    ScopeMapping scope = new ScopeMapping(className, types, new JavaNames(JavaNames.INHERITED));
    instance
        .exports()
        .forEach(
            (label, type) -> {
              if (type instanceof ExternType.Type named) {
                scope.type(label, named);
              }
            });
    instance
        .exports()
        .forEach(
            (label, type) -> {
              if (type instanceof FuncType func) {
                MethodDecl unused = scope.method(label, func);
              } else if (!(type instanceof ExternType.Type)) {
                throw new UnmappableTypeException(unmappable("export", label, type));
              }
            });
    InterfaceDecl declared = new InterfaceDecl(className, name, scope.types(), scope.methods());
    if (known != null && !known.sameJava(declared)) {
      throw new UnmappableTypeException(
          "the interface " + name + " is imported and exported with different functions or types");
    }
    interfaces.put(name, declared);
    return declared;
  }

  private ClassName className(String name) {
    ParsedName parsed;
    try {
      parsed = ExternNameParser.parse(name, true);
    } catch (InvalidNameException e) {
      throw new UnmappableTypeException(String.valueOf(e.getMessage()));
    }
    if (!(parsed instanceof ParsedName.Interface full)) {
      return world.nested(inPackage(world.toString()).type(name));
    }
    String packageName = PackageNames.of(full);
    return ClassName.of(packageName, inPackage(packageName).type(full.interfaceName()));
  }

  private JavaNames inPackage(String packageName) {
    return packages.computeIfAbsent(packageName, p -> new JavaNames(Set.of()));
  }
}
