package dev.mortise.classgen.mapping;

import dev.mortise.classgen.mapping.JavaModel.EnumDecl;
import dev.mortise.classgen.mapping.JavaModel.ExceptionDecl;
import dev.mortise.classgen.mapping.JavaModel.Member;
import dev.mortise.classgen.mapping.JavaModel.MethodDecl;
import dev.mortise.classgen.mapping.JavaModel.RecordDecl;
import dev.mortise.classgen.mapping.JavaModel.ResourceDecl;
import dev.mortise.classgen.mapping.JavaModel.TypeDecl;
import dev.mortise.classgen.mapping.JavaModel.VariantDecl;
import dev.mortise.runtime.type.EnumType;
import dev.mortise.runtime.type.ExternType;
import dev.mortise.runtime.type.FlagsType;
import dev.mortise.runtime.type.FuncType;
import dev.mortise.runtime.type.NamedType;
import dev.mortise.runtime.type.RecordType;
import dev.mortise.runtime.type.ResourceType;
import dev.mortise.runtime.type.ResultType;
import dev.mortise.runtime.type.StructuralType;
import dev.mortise.runtime.type.ValType;
import dev.mortise.runtime.type.VariantType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Maps the types and functions of one interface, or of a world by itself. */
final class ScopeMapping {
  /** What a resource's class has from {@code AutoCloseable}. */
  private static final String CLOSE = "close";

  /** The most parameters of a method, of which Java has 255: code needs some of its own. */
  private static final int MAX_SLOTS = 250;

  /** The most constants of an enum, whose initializer must not be larger than a method may be. */
  private static final int MAX_CONSTANTS = 2_500;

  /** The most cases of a variant, each of which is a class that names all the others. */
  private static final int MAX_CASES = 500;

  private final ClassName owner;
  private final JavaTypes types;
  private final JavaNames members;
  private final JavaNames nested;
  private final List<TypeDecl> declared = new ArrayList<>();
  private final List<MethodDecl> methods = new ArrayList<>();
  private final Map<String, String> skipped = new LinkedHashMap<>();
  private final Map<String, ExceptionDecl> exceptions = new LinkedHashMap<>();
  private final Map<String, ClassName> resources = new LinkedHashMap<>();
  private final Map<String, JavaNames> resourceMembers = new LinkedHashMap<>();
  private final Map<String, List<MethodDecl>> resourceMethods = new LinkedHashMap<>();

  ScopeMapping(ClassName owner, JavaTypes types, JavaNames members) {
    this.owner = owner;
    this.types = types;
    this.members = members;
    // A nested class may not be called as one around it.
    this.nested = new JavaNames(Set.copyOf(owner.simpleNames()));
  }

  /** Keeps a name for a nested class that no type asks for. */
  ClassName reserve(String simpleName) {
    return owner.nested(nested.claim(simpleName));
  }

  /** The types, with the exceptions that functions asked for and the methods of resources. */
  List<TypeDecl> types() {
    List<TypeDecl> all = new ArrayList<>();
    for (TypeDecl type : declared) {
      all.add(
          type instanceof ResourceDecl resource
              ? new ResourceDecl(
                  resource.name(),
                  resource.wit(),
                  resourceMethods.getOrDefault(resource.wit(), List.of()))
              : type);
    }
    all.addAll(exceptions.values());
    all.forEach(types::declare);
    return all;
  }

  /** The functions, but for the methods of resources. */
  List<MethodDecl> methods() {
    return methods;
  }

  /** Declares a type that this scope introduces, or learns another name of a known one. */
  void type(String label, ExternType.Type extern) {
    switch (extern.type()) {
      case NamedType named -> {
        try {
          named(label, named);
        } catch (UnmappableTypeException e) {
          types.forget(named);
          skipped.put(label, String.valueOf(e.getMessage()));
        }
      }
      case ResourceType resource -> resource(label, resource);
      default -> {}
    }
  }

  private void named(String label, NamedType type) {
    if (types.declared(type) != null) {
      return;
    }
    StructuralType structure = type.structure();
    switch (structure) {
      case RecordType record -> {
        ClassName name = declare(label, type);
        JavaNames components = new JavaNames(JavaNames.INHERITED);
        declared.add(
            new RecordDecl(
                name,
                label,
                record.fields().stream()
                    .map(
                        f ->
                            new Member(components.member(f.label()), f.label(), types.of(f.type())))
                    .toList()));
        requireSlots(record.fields().stream().map(RecordType.Field::type).toList(), label);
      }
      case VariantType variant -> {
        if (variant.cases().size() > MAX_CASES) {
          throw new UnmappableTypeException(
              "the variant " + label + " has too many cases for Java");
        }
        ClassName name = declare(label, type);
        JavaNames cases = new JavaNames(Set.copyOf(name.simpleNames()));
        declared.add(
            new VariantDecl(
                name,
                label,
                variant.cases().stream().map(c -> variantCase(name, cases, c)).toList()));
      }
      case EnumType labels -> {
        if (labels.labels().size() > MAX_CONSTANTS) {
          throw new UnmappableTypeException("the enum " + label + " has too many cases for Java");
        }
        declared.add(new EnumDecl(declare(label, type), label, false, constants(labels.labels())));
      }
      case FlagsType flags ->
          declared.add(new EnumDecl(declare(label, type), label, true, constants(flags.labels())));
      default -> {}
    }
  }

  /** Checks that so many values can be passed to a Java method. */
  private void requireSlots(List<ValType> values, String label) {
    int slots = 0;
    for (ValType value : values) {
      JavaType type = types.of(value);
      slots += type.descriptor().equals("J") || type.descriptor().equals("D") ? 2 : 1;
    }
    if (slots > MAX_SLOTS) {
      throw new UnmappableTypeException(
          label + " has more parts than a method may have parameters");
    }
  }

  private VariantDecl.Case variantCase(ClassName variant, JavaNames names, VariantType.Case c) {
    ValType payload = c.type();
    return new VariantDecl.Case(
        variant.nested(names.type(c.label())),
        c.label(),
        payload == null ? null : types.of(payload));
  }

  private static List<EnumDecl.Constant> constants(List<String> labels) {
    JavaNames names = new JavaNames(Set.of());
    return labels.stream()
        .map(label -> new EnumDecl.Constant(names.constant(label), label))
        .toList();
  }

  private ClassName declare(String label, NamedType type) {
    ClassName name = owner.nested(nested.type(label));
    types.declare(type, name);
    return name;
  }

  private void resource(String label, ResourceType type) {
    ClassName known = types.declared(type);
    if (known == null) {
      known = owner.nested(nested.type(label));
      types.declare(type, known);
      declared.add(new ResourceDecl(known, label, List.of()));
      JavaNames names = new JavaNames(JavaNames.INHERITED);
      names.claim(CLOSE);
      resourceMembers.put(label, names);
    }
    resources.put(label, known);
  }

  /**
   * Maps a function; a method of a resource goes to its class. One that has no form in Java is left
   * out.
   */
  void method(String label, FuncType type) {
    try {
      MethodDecl unused = map(label, type);
    } catch (UnmappableTypeException e) {
      skipped.put(label, String.valueOf(e.getMessage()));
    }
  }

  /** What has no form in Java, and why. */
  Map<String, String> skipped() {
    return skipped;
  }

  private MethodDecl map(String label, FuncType type) {
    if (type.async()) {
      throw new UnmappableTypeException("not supported yet: the async function " + label);
    }
    if (label.startsWith("[method]")) {
      int dot = label.indexOf('.');
      String resource = label.substring("[method]".length(), dot);
      JavaNames names = resourceMembers.get(resource);
      if (names == null) {
        throw new UnmappableTypeException(
            label + ": the resource is another interface's, and cannot get methods here");
      }
      MethodDecl method = method(names.member(label.substring(dot + 1)), label, type, 1);
      resourceMethods.computeIfAbsent(resource, r -> new ArrayList<>()).add(method);
      return method;
    }
    String name;
    if (label.startsWith("[constructor]")) {
      name = members.member("new-" + label.substring("[constructor]".length()));
    } else if (label.startsWith("[static]")) {
      name = members.member(label.substring("[static]".length()).replace('.', '-'));
    } else {
      name = members.member(label);
    }
    MethodDecl method = method(name, label, type, 0);
    methods.add(method);
    return method;
  }

  private MethodDecl method(String name, String label, FuncType type, int skipped) {
    requireSlots(type.paramTypes(), label);
    JavaNames names = new JavaNames(Set.of());
    List<Member> params =
        type.params().stream()
            .skip(skipped)
            .map(p -> new Member(names.member(p.label()), p.label(), types.of(p.type())))
            .toList();
    ValType result = type.result();
    if (result == null) {
      return new MethodDecl(name, label, params, JavaType.Primitive.VOID, null, type);
    }
    if (result.structure() instanceof ResultType either) {
      ValType ok = either.ok();
      return new MethodDecl(
          name,
          label,
          params,
          ok == null ? JavaType.Primitive.VOID : types.of(ok),
          exception(either.err()),
          type);
    }
    return new MethodDecl(name, label, params, types.of(result), null, type);
  }

  /** The exception for an error type: one per type and scope. */
  private ClassName exception(@Nullable ValType error) {
    String key = error == null ? "" : types.of(error).toString() + " " + error;
    ExceptionDecl known = exceptions.get(key);
    if (known == null) {
      String wit = error == null ? "failed" : error.toString();
      String label = wit.replaceAll("[^0-9A-Za-z]+", "-").replaceAll("^-+|-+$", "");
      known =
          new ExceptionDecl(
              owner.nested(nested.claim(JavaNames.pascal(label) + "Exception")),
              wit,
              error == null ? null : types.of(error));
      exceptions.put(key, known);
    }
    return known.name();
  }

  @Nullable ClassName resourceClass(String label) {
    return resources.get(label);
  }
}
