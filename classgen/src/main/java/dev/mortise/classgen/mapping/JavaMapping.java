package dev.mortise.classgen.mapping;

import dev.mortise.classgen.mapping.JavaModel.InterfaceDecl;
import dev.mortise.classgen.mapping.JavaModel.WorldDecl;
import dev.mortise.runtime.name.ExternNameParser;
import dev.mortise.runtime.name.InvalidNameException;
import dev.mortise.runtime.name.ParsedName;
import dev.mortise.runtime.type.ComponentType;
import dev.mortise.runtime.type.ExternType;
import dev.mortise.runtime.type.FuncType;
import dev.mortise.runtime.type.InstanceType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Maps a component's type to Java: the entry of this package. */
public final class JavaMapping {
  private static final System.Logger LOG = System.getLogger(JavaMapping.class.getName());
  private static final Set<String> WORLD_MEMBERS = Set.of("close", "instantiate");

  /** The interface, nested in the world, of the functions that it imports by themselves. */
  private static final String IMPORTS = "Imports";

  private final ClassName world;
  private final JavaTypes types = new JavaTypes();
  private final Map<String, InterfaceDecl> interfaces = new LinkedHashMap<>();
  private final List<InterfaceDecl> others = new ArrayList<>();
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
   *     <p>What has no Java form is left out.
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
                case InstanceType instance -> {
                  InterfaceDecl declared = interfaceOrNull(name, instance);
                  if (declared != null) {
                    imports.add(declared.name());
                  }
                }
                case FuncType func -> host.method(name, func);
                case ExternType.Type named -> host.type(name, named);
                default -> skipped(world, Map.of(name, "a " + type.kind()));
              }
            });
    List<WorldDecl.Accessor> accessors = new ArrayList<>();
    component
        .exports()
        .forEach(
            (name, type) -> {
              switch (type) {
                case InstanceType instance -> {
                  InterfaceDecl declared = interfaceOrNull(name, instance);
                  if (declared != null) {
                    String accessor = names.claim(decapitalised(declared.name().simpleName()));
                    accessors.add(new WorldDecl.Accessor(accessor, name, declared.name()));
                  }
                }
                case FuncType func -> scope.method(name, func);
                case ExternType.Type named -> scope.type(name, named);
                default -> skipped(world, Map.of(name, "a " + type.kind()));
              }
            });
    skipped(hostName, host.skipped());
    skipped(world, scope.skipped());
    List<InterfaceDecl> all = new ArrayList<>(interfaces.values());
    all.addAll(others);
    boolean noHost = host.methods().isEmpty() && host.types().isEmpty();
    return new JavaModel(
        all,
        new WorldDecl(
            world,
            imports,
            noHost ? null : new InterfaceDecl(hostName, "", host.types(), host.methods()),
            accessors,
            scope.types(),
            scope.methods()),
        types,
        true,
        null,
        JavaModel.Said.NONE);
  }

  private static String decapitalised(String name) {
    return Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }

  /** Says what is left out. */
  private static void skipped(ClassName scope, Map<String, String> reasons) {
    reasons.forEach(
        (name, why) ->
            LOG.log(
                System.Logger.Level.DEBUG, "{0} of {1} has no Java form: {2}", name, scope, why));
  }

  private @Nullable InterfaceDecl interfaceOrNull(String name, InstanceType instance) {
    try {
      return interfaceDecl(name, instance);
    } catch (UnmappableTypeException e) {
      skipped(world, Map.of(name, String.valueOf(e.getMessage())));
      return null;
    }
  }

  /**
   * The Java interface of an instance. What is both imported and exported is one interface, so that
   * one component's provider can be another's, unless the two have not the same functions and
   * types.
   */
  private InterfaceDecl interfaceDecl(String name, InstanceType instance) {
    InterfaceDecl known = interfaces.get(name);
    if (known == null) {
      InterfaceDecl declared = interfaceDecl(name, instance, className(name));
      interfaces.put(name, declared);
      return declared;
    }
    JavaTypes before = types.copy();
    InterfaceDecl again = interfaceDecl(name, instance, known.name());
    if (known.sameJava(again)) {
      interfaces.put(name, again);
      return again;
    }
    types.reset(before);
    InterfaceDecl other = interfaceDecl(name, instance, className(name));
    others.add(other);
    return other;
  }

  private InterfaceDecl interfaceDecl(String name, InstanceType instance, ClassName className) {
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
                scope.method(label, func);
              } else if (!(type instanceof ExternType.Type)) {
                skipped(className, Map.of(label, "a " + type.kind()));
              }
            });
    skipped(className, scope.skipped());
    return new InterfaceDecl(className, name, scope.types(), scope.methods());
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
