package dev.mortise.classgen.mapping;

import dev.mortise.classgen.mapping.JavaModel.TypeDecl;
import dev.mortise.runtime.type.EnumType;
import dev.mortise.runtime.type.FlagsType;
import dev.mortise.runtime.type.FutureType;
import dev.mortise.runtime.type.HandleType;
import dev.mortise.runtime.type.ListType;
import dev.mortise.runtime.type.MapType;
import dev.mortise.runtime.type.NamedType;
import dev.mortise.runtime.type.OptionType;
import dev.mortise.runtime.type.PrimType;
import dev.mortise.runtime.type.RecordType;
import dev.mortise.runtime.type.ResourceType;
import dev.mortise.runtime.type.ResultType;
import dev.mortise.runtime.type.StreamType;
import dev.mortise.runtime.type.StructuralType;
import dev.mortise.runtime.type.TupleType;
import dev.mortise.runtime.type.ValType;
import dev.mortise.runtime.type.VariantType;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The Java type of each WIT type: the one place of the mapping's table. Types that WIT declares
 * have classes, which {@link #declare} makes known.
 */
public final class JavaTypes {
  private static final String RUNTIME = "dev.mortise.runtime";

  /** The longest tuple that {@link #RUNTIME} has a record for. */
  private static final int MAX_TUPLE = 16;

  private final Map<NamedType, ClassName> named = new IdentityHashMap<>();
  private final Map<StructuralType, ClassName> structures = new IdentityHashMap<>();
  private final Map<ResourceType, ClassName> resources = new HashMap<>();
  private final Map<ClassName, TypeDecl> declarations = new HashMap<>();

  JavaTypes() {}

  /** Makes the class of a declared type known. */
  void declare(NamedType type, ClassName name) {
    named.put(type, name);
    ClassName unused = structures.putIfAbsent(type.structure(), name);
  }

  /** Forgets a declared type again. */
  void forget(NamedType type) {
    ClassName name = named.remove(type);
    structures.remove(type.structure(), name);
  }

  /** All that is known now, for {@link #reset}. */
  JavaTypes copy() {
    JavaTypes copy = new JavaTypes();
    copy.reset(this);
    return copy;
  }

  /** Makes known what was known when a copy was made, and no more. */
  void reset(JavaTypes before) {
    named.clear();
    named.putAll(before.named);
    structures.clear();
    structures.putAll(before.structures);
    resources.clear();
    resources.putAll(before.resources);
    declarations.clear();
    declarations.putAll(before.declarations);
  }

  /** Makes the declaration of a class known. */
  void declare(TypeDecl declaration) {
    declarations.put(declaration.name(), declaration);
  }

  /** The declaration of the class of a record, a variant, an enum or of flags. */
  public TypeDecl declaration(StructuralType type) {
    ClassName name = structures.get(type);
    TypeDecl declaration = name == null ? null : declarations.get(name);
    if (declaration == null) {
      throw new UnmappableTypeException("a " + type.kind() + " has no name outside");
    }
    return declaration;
  }

  /** Makes the class of a resource type known, under all its names. */
  void declare(ResourceType type, ClassName name) {
    resources.put(type, name);
  }

  /** The class of a declared type under this name or one that it stands for, or null. */
  @Nullable ClassName declared(ValType type) {
    ValType current = type;
    while (current instanceof NamedType alias) {
      ClassName known = named.get(alias);
      if (known != null) {
        return known;
      }
      current = alias.type();
    }
    return structures.get(type.structure());
  }

  /** The class of a resource type, or null. */
  public @Nullable ClassName declared(ResourceType type) {
    return resources.get(type);
  }

  /** The Java type of a value. */
  public JavaType of(ValType type) {
    ClassName declared = declared(type);
    StructuralType structure = type.structure();
    return switch (structure) {
      case PrimType prim -> primitive(prim);
      case ListType list -> list(list);
      case TupleType tuple -> tuple(tuple.elements());
      case OptionType option -> generic("java.util", "Optional", of(option.type()));
      case MapType map ->
          new JavaType.Generic(
              ClassName.of("java.util", "Map"), List.of(of(map.key()), of(map.value())));
      case ResultType result ->
          new JavaType.Generic(
              ClassName.of(RUNTIME, "Result"), List.of(orVoid(result.ok()), orVoid(result.err())));
      case FlagsType flags -> generic("java.util", "EnumSet", declared(flags, declared));
      case RecordType record -> declared(record, declared);
      case VariantType variant -> declared(variant, declared);
      case EnumType labels -> declared(labels, declared);
      case HandleType handle -> {
        ClassName name = resources.get(handle.resource());
        if (name == null) {
          throw new UnmappableTypeException(
              "the resource type " + handle.resource() + " has no name outside");
        }
        yield new JavaType.Declared(name);
      }
      case StreamType stream -> throw new UnmappableTypeException("not supported yet: stream");
      case FutureType future -> throw new UnmappableTypeException("not supported yet: future");
    };
  }

  private JavaType tuple(List<ValType> elements) {
    if (elements.size() > MAX_TUPLE) {
      throw new UnmappableTypeException(
          "a tuple of "
              + elements.size()
              + " has no Java form, there are those of up to "
              + MAX_TUPLE
              + "; a record would have one");
    }
    return new JavaType.Generic(
        ClassName.of(RUNTIME, "Tuple" + elements.size()), elements.stream().map(this::of).toList());
  }

  private JavaType orVoid(@Nullable ValType type) {
    return type == null ? JavaType.Primitive.VOID : of(type);
  }

  private static JavaType generic(String packageName, String name, JavaType argument) {
    return new JavaType.Generic(ClassName.of(packageName, name), List.of(argument));
  }

  private static JavaType declared(StructuralType type, @Nullable ClassName name) {
    if (name == null) {
      throw new UnmappableTypeException("a " + type.kind() + " has no name outside");
    }
    return new JavaType.Declared(name);
  }

  private static JavaType primitive(PrimType type) {
    return switch (type) {
      case BOOL -> JavaType.Primitive.BOOLEAN;
      case S8 -> JavaType.Primitive.BYTE;
      case S16 -> JavaType.Primitive.SHORT;
      case U8, U16, S32, CHAR -> JavaType.Primitive.INT;
      case U32, S64 -> JavaType.Primitive.LONG;
      case U64 -> JavaType.Primitive.UNSIGNED_LONG;
      case F32 -> JavaType.Primitive.FLOAT;
      case F64 -> JavaType.Primitive.DOUBLE;
      case STRING -> JavaType.Declared.STRING;
      case ERROR_CONTEXT -> throw new UnmappableTypeException("not supported yet: error-context");
    };
  }

  /** Number lists are arrays of the same width; a list of any length, or of a fixed one, alike. */
  private JavaType list(ListType list) {
    JavaType.Primitive element =
        list.element().structure() instanceof PrimType prim
            ? switch (prim) {
              case S8, U8 -> JavaType.Primitive.BYTE;
              case S16, U16 -> JavaType.Primitive.SHORT;
              case S32, U32 -> JavaType.Primitive.INT;
              case S64, U64 -> JavaType.Primitive.LONG;
              case F32 -> JavaType.Primitive.FLOAT;
              case F64 -> JavaType.Primitive.DOUBLE;
              default -> null;
            }
            : null;
    return element == null
        ? generic("java.util", "List", of(list.element()))
        : new JavaType.Array(element, isUnsigned(list.element()));
  }

  private static boolean isUnsigned(ValType element) {
    return element.structure() instanceof PrimType prim
        && switch (prim) {
          case U8, U16, U32, U64 -> true;
          default -> false;
        };
  }
}
