package dev.mortise.classgen.mapping;

import static java.util.Comparator.comparing;

import dev.mortise.loader.Component;
import dev.mortise.loader.wit.docs.Docs;
import dev.mortise.runtime.type.FuncType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The Java classes that a component's type becomes.
 *
 * @param interfaces one Java interface per WIT interface, imported or exported
 * @param world the component itself
 * @param types the Java type of each type of WIT
 * @param hasWorld whether the world has a class; the contract of interfaces alone has none
 * @param entry how the world makes instances of itself, or null where it cannot: where there are no
 *     classes but the declarations
 * @param said what the authors of the WIT say of it, where that is known
 */
public record JavaModel(
    List<InterfaceDecl> interfaces,
    WorldDecl world,
    JavaTypes types,
    boolean hasWorld,
    @Nullable Entry entry,
    Said said) {
  public JavaModel {
    interfaces = List.copyOf(interfaces);
  }

  /**
   * What the authors of WIT say.
   *
   * @param world the name of the world in {@code docs}, such as {@code docs:text/text@0.2.1}
   */
  public record Said(String world, Docs docs) {
    /** Nothing. */
    public static final Said NONE = new Said("", Docs.NONE);

    /** What a component says of itself. */
    public static Said of(Component component) {
      return new Said(Docs.COMPONENT, component.docs());
    }
  }

  /**
   * What the static methods {@code instantiate} of a world call.
   *
   * @param component the generated class that holds the component
   */
  public record Entry(ClassName component) {
    /** The static field that has its one object. */
    public static final String FIELD = "COMPONENT";

    /** With more imports than these there is no method that takes each as a parameter. */
    private static final int MOST_PARAMETERS = 8;
  }

  /**
   * Something that the host supplies.
   *
   * @param parameter what a parameter for it is called
   * @param wit the name in WIT; empty for the functions that belong to no interface
   * @param type the Java interface
   */
  public record Import(String parameter, String wit, ClassName type) {}

  /** This model of a component whose classes are all there. */
  public JavaModel withEntry(Entry made) {
    return new JavaModel(interfaces, world, types, hasWorld, made, said);
  }

  /** This model with what is said of it. */
  public JavaModel withDocs(Said other) {
    return new JavaModel(interfaces, world, types, hasWorld, entry, other);
  }

  /** This model as the contract of its interfaces alone. */
  public JavaModel withoutWorld() {
    return new JavaModel(interfaces, world, types, false, entry, said);
  }

  /** Whether the world has a method that takes each import as a parameter. */
  public boolean takesEachImport() {
    return imports().size() <= Entry.MOST_PARAMETERS;
  }

  /** What the host supplies, in the component's order: interfaces of types only need nobody. */
  public List<Import> imports() {
    List<InterfaceDecl> supplied = new ArrayList<>();
    for (ClassName name : world.imports()) {
      interfaces.stream()
          .filter(i -> i.name().equals(name) && i.hasFunctions())
          .forEach(supplied::add);
    }
    InterfaceDecl host = world.host();
    JavaNames names = new JavaNames(Set.of());
    List<Import> imports = new ArrayList<>();
    for (InterfaceDecl declared : supplied) {
      imports.add(new Import(parameter(names, declared), declared.wit(), declared.name()));
    }
    if (host != null && host.hasFunctions()) {
      imports.add(new Import(parameter(names, host), "", host.name()));
    }
    return imports;
  }

  private static String parameter(JavaNames names, InterfaceDecl declared) {
    String simple = declared.name().simpleName();
    return names.claim(Character.toLowerCase(simple.charAt(0)) + simple.substring(1));
  }

  /** The interfaces that have a file of their own: those of packages. */
  public List<InterfaceDecl> topLevel() {
    return interfaces.stream().filter(i -> i.name().simpleNames().size() == 1).toList();
  }

  /** The interfaces that are nested in the world: those with plain names, and its host's. */
  public List<InterfaceDecl> inWorld() {
    List<InterfaceDecl> nested =
        new ArrayList<>(
            interfaces.stream().filter(i -> i.name().simpleNames().size() > 1).toList());
    InterfaceDecl host = world.host();
    if (host != null) {
      nested.add(host);
    }
    return nested;
  }

  /** A class that stands for a type of WIT, nested in its interface or world. */
  public sealed interface TypeDecl {
    /** The class. */
    ClassName name();

    /** The label in WIT. */
    String wit();
  }

  /** A record, with a component for each field. */
  public record RecordDecl(ClassName name, String wit, List<Member> components)
      implements TypeDecl {
    public RecordDecl {
      components = List.copyOf(components);
    }
  }

  /** A variant: a sealed interface with a record for each case. */
  public record VariantDecl(ClassName name, String wit, List<Case> cases) implements TypeDecl {
    /** One case; its record has one component, {@code value}, or none. */
    public record Case(ClassName name, String wit, @Nullable JavaType payload) {}

    public VariantDecl {
      cases = List.copyOf(cases);
    }
  }

  /** An enum; of WIT's flags, the enum of the labels, which sets are made of. */
  public record EnumDecl(ClassName name, String wit, boolean flags, List<Constant> constants)
      implements TypeDecl {
    /** One constant. */
    public record Constant(String name, String wit) {}

    public EnumDecl {
      constants = List.copyOf(constants);
    }
  }

  /**
   * A resource: an interface that its owner closes. It is an interface, and its constructor a
   * method of the instance that defines it, because importer and provider share it.
   */
  public record ResourceDecl(ClassName name, String wit, List<MethodDecl> methods)
      implements TypeDecl {
    public ResourceDecl {
      methods = List.copyOf(methods);
    }
  }

  /**
   * The checked exception that carries the error of a function's result.
   *
   * @param error the type of the error, or null when the result has none
   */
  public record ExceptionDecl(ClassName name, String wit, @Nullable JavaType error)
      implements TypeDecl {}

  /** A name in Java and in WIT, with a type: a field or a parameter. */
  public record Member(String name, String wit, JavaType type) {}

  /**
   * A function.
   *
   * @param name the method
   * @param wit the function's name in WIT, such as {@code [method]counter.add}
   * @param params the parameters, without a method's {@code self}
   * @param result what it returns; for {@code result<T, E>} the {@code T}
   * @param thrown the exception for the {@code E}, or null
   * @param type the type in WIT
   */
  public record MethodDecl(
      String name,
      String wit,
      List<Member> params,
      JavaType result,
      @Nullable ClassName thrown,
      FuncType type) {
    public MethodDecl {
      params = List.copyOf(params);
    }

    /** This method for another view of the same function. */
    public MethodDecl withType(FuncType other) {
      return new MethodDecl(name, wit, params, result, thrown, other);
    }

    /** What Java sees of it. */
    private MethodDecl java() {
      return withType(new FuncType(List.of(), null, false));
    }
  }

  /**
   * An interface of WIT.
   *
   * @param wit its full name, such as {@code docs:text/ops@0.2.1}
   */
  public record InterfaceDecl(
      ClassName name, String wit, List<TypeDecl> types, List<MethodDecl> methods) {
    public InterfaceDecl {
      types = List.copyOf(types);
      methods = List.copyOf(methods);
    }

    /** Whether somebody must implement it. */
    boolean hasFunctions() {
      return !methods.isEmpty()
          || types.stream()
              .anyMatch(type -> type instanceof ResourceDecl r && !r.methods().isEmpty());
    }

    /**
     * Whether Java sees the same in another view of the interface, where the order may be another:
     * encoders put types in the order in which functions need them.
     */
    boolean sameJava(InterfaceDecl other) {
      return java().equals(other.java());
    }

    private InterfaceDecl java() {
      return new InterfaceDecl(
          name,
          wit,
          types.stream().map(InterfaceDecl::java).sorted(comparing(TypeDecl::toString)).toList(),
          inOrder(methods));
    }

    private static List<MethodDecl> inOrder(List<MethodDecl> methods) {
      return methods.stream()
          .map(MethodDecl::java)
          .sorted(comparing(MethodDecl::toString))
          .toList();
    }

    private static TypeDecl java(TypeDecl type) {
      return type instanceof ResourceDecl resource
          ? new ResourceDecl(resource.name(), resource.wit(), inOrder(resource.methods()))
          : type;
    }
  }

  /**
   * The component.
   *
   * @param imports the interfaces that it imports
   * @param host the interface of the functions that it imports by themselves
   * @param accessors its exported interfaces, each by a method
   * @param methods the functions that it exports by themselves
   */
  public record WorldDecl(
      ClassName name,
      List<ClassName> imports,
      @Nullable InterfaceDecl host,
      List<Accessor> accessors,
      List<TypeDecl> types,
      List<MethodDecl> methods) {
    /** A method that gives an exported interface. */
    public record Accessor(String name, String wit, ClassName type) {}

    public WorldDecl {
      imports = List.copyOf(imports);
      accessors = List.copyOf(accessors);
      types = List.copyOf(types);
      methods = List.copyOf(methods);
    }
  }
}
