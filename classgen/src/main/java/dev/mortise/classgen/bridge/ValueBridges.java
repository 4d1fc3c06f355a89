package dev.mortise.classgen.bridge;

import dev.mortise.classgen.mapping.ClassName;
import dev.mortise.classgen.mapping.JavaModel.EnumDecl;
import dev.mortise.classgen.mapping.JavaModel.Member;
import dev.mortise.classgen.mapping.JavaModel.RecordDecl;
import dev.mortise.classgen.mapping.JavaModel.TypeDecl;
import dev.mortise.classgen.mapping.JavaModel.VariantDecl;
import dev.mortise.classgen.mapping.JavaType;
import dev.mortise.classgen.mapping.JavaTypes;
import dev.mortise.classgen.mapping.UnmappableTypeException;
import dev.mortise.runtime.type.EnumType;
import dev.mortise.runtime.type.FlagsType;
import dev.mortise.runtime.type.FutureType;
import dev.mortise.runtime.type.HandleType;
import dev.mortise.runtime.type.ListType;
import dev.mortise.runtime.type.MapType;
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
import dev.mortise.runtime.value.NumberList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Makes the bridges of types, each once: classes, constructors and accessors are looked up then.
 * Not for use by several threads at a time; the bridges are immutable.
 */
public final class ValueBridges {
  private final JavaTypes types;
  private final ClassLoader classes;
  private final Map<ResourceType, Class<?>> wrappers;
  private final Map<StructuralType, ValueBridge> known = new IdentityHashMap<>();

  /**
   * Bridges.
   *
   * @param types the Java types of the component
   * @param classes the loader of their classes
   * @param wrappers the generated classes of the component's own resources
   */
  public ValueBridges(JavaTypes types, ClassLoader classes, Map<ResourceType, Class<?>> wrappers) {
    this.types = types;
    this.classes = classes;
    this.wrappers = Map.copyOf(wrappers);
  }

  /**
   * The bridge of a type.
   *
   * @throws UnmappableTypeException when Java has no form of it, or it is a handle to a resource
   *     that is not the component's
   */
  public ValueBridge of(ValType type) {
    StructuralType structure = type.structure();
    ValueBridge bridge = known.get(structure);
    if (bridge == null) {
      bridge = make(structure);
      known.put(structure, bridge);
    }
    return bridge;
  }

  private @Nullable ValueBridge orNull(@Nullable ValType type) {
    return type == null ? null : of(type);
  }

  private ValueBridge make(StructuralType type) {
    return switch (type) {
      case PrimType prim -> new ScalarBridge(prim);
      case ListType list -> {
        yield list.element().structure() instanceof PrimType prim && NumberList.supports(prim)
            ? new ListBridges.Numbers(prim)
            : new ListBridges.Elements(of(list.element()));
      }
      case MapType map -> new ListBridges.Entries(of(map.key()), of(map.value()));
      case TupleType tuple -> tuple(tuple);
      case RecordType record -> record(record);
      case VariantType variant -> variant(variant);
      case OptionType option -> new ChoiceBridges.Option(of(option.type()));
      case ResultType result ->
          new ChoiceBridges.Outcome(orNull(result.ok()), orNull(result.err()));
      case EnumType labels -> {
        Class<?> constants = constants(labels);
        yield new ChoiceBridges.Labels(labels.labels(), List.of(constants.getEnumConstants()));
      }
      case FlagsType flags -> {
        Class<?> constants = constants(flags);
        yield new ChoiceBridges.Flags(
            flags.labels(), constants, List.of(constants.getEnumConstants()));
      }
      case HandleType handle -> {
        Class<?> wrapper = wrappers.get(handle.resource());
        if (wrapper == null) {
          throw new UnmappableTypeException(
              "the resource type " + handle.resource() + " is not the component's own");
        }
        yield new HandleBridge(handle.resource(), Members.constructor(wrapper));
      }
      case StreamType stream -> throw new UnmappableTypeException("not supported yet: stream");
      case FutureType future -> throw new UnmappableTypeException("not supported yet: future");
    };
  }

  private ValueBridge tuple(TupleType tuple) {
    JavaType.Generic java = (JavaType.Generic) types.of(tuple);
    return new ProductBridges.Tuple(
        ProductBridges.Product.of(
            find(java.name()),
            IntStream.rangeClosed(1, tuple.elements().size()).mapToObj(i -> "v" + i).toList(),
            tuple.elements().stream().map(this::of).toList()));
  }

  private ValueBridge record(RecordType type) {
    RecordDecl declaration = (RecordDecl) types.declaration(type);
    return new ProductBridges.Fields(
        declaration.wit(),
        type.fields().stream().map(RecordType.Field::label).toList(),
        ProductBridges.Product.of(
            find(declaration.name()),
            declaration.components().stream().map(Member::name).toList(),
            type.fields().stream().map(field -> of(field.type())).toList()));
  }

  private ValueBridge variant(VariantType type) {
    VariantDecl declaration = (VariantDecl) types.declaration(type);
    return new ChoiceBridges.Variant(
        IntStream.range(0, type.cases().size())
            .mapToObj(
                i ->
                    ChoiceBridges.Case.of(
                        type.cases().get(i).label(),
                        find(declaration.cases().get(i).name()),
                        orNull(type.cases().get(i).type())))
            .toList());
  }

  private Class<?> constants(StructuralType type) {
    TypeDecl declaration = (EnumDecl) types.declaration(type);
    return find(declaration.name());
  }

  /** A class of the component's types. */
  Class<?> find(ClassName name) {
    try {
      return Class.forName(name.binaryName(), true, classes);
    } catch (ClassNotFoundException e) {
      throw new LinkageError(name.toString(), e);
    }
  }
}
