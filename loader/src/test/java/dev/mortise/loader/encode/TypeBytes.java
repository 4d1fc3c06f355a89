package dev.mortise.loader.encode;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Type definitions, value types and declarators (Binary.md, "Type Definitions"). */
public final class TypeBytes {
  public static final Bytes BOOL = Bytes.of(0x7f);
  public static final Bytes U8 = Bytes.of(0x7d);
  public static final Bytes S32 = Bytes.of(0x7a);
  public static final Bytes U32 = Bytes.of(0x79);
  public static final Bytes U64 = Bytes.of(0x77);
  public static final Bytes F32 = Bytes.of(0x76);
  public static final Bytes CHAR = Bytes.of(0x74);
  public static final Bytes STRING = Bytes.of(0x73);
  public static final Bytes ERROR_CONTEXT = Bytes.of(0x64);

  private TypeBytes() {}

  /** A value type by its index. */
  public static Bytes ref(int type) {
    return Bytes.s33(type);
  }

  /** A label and a type: a field or parameter. */
  public static Bytes labelled(String label, Bytes type) {
    return Bytes.name(label).then(type);
  }

  /** A variant case. */
  public static Bytes variantCase(String label, @Nullable Bytes type) {
    return Bytes.name(label).then(optional(type), Bytes.of(0));
  }

  private static Bytes optional(@Nullable Bytes type) {
    return type == null ? Bytes.of(0) : Bytes.of(1).then(type);
  }

  public static Bytes record(Bytes... fields) {
    return Bytes.of(0x72).then(Bytes.vec(fields));
  }

  public static Bytes variant(Bytes... cases) {
    return Bytes.of(0x71).then(Bytes.vec(cases));
  }

  public static Bytes list(Bytes element) {
    return Bytes.of(0x70).then(element);
  }

  public static Bytes list(Bytes element, long length) {
    return Bytes.of(0x67).then(element, Bytes.u32(length));
  }

  public static Bytes tuple(Bytes... elements) {
    return Bytes.of(0x6f).then(Bytes.vec(elements));
  }

  public static Bytes flags(String... labels) {
    return Bytes.of(0x6e).then(labels(labels));
  }

  public static Bytes enumOf(String... labels) {
    return Bytes.of(0x6d).then(labels(labels));
  }

  private static Bytes labels(String... labels) {
    return Bytes.vec(Stream.of(labels).map(Bytes::name).toList());
  }

  public static Bytes option(Bytes type) {
    return Bytes.of(0x6b).then(type);
  }

  public static Bytes result(@Nullable Bytes ok, @Nullable Bytes err) {
    return Bytes.of(0x6a).then(optional(ok), optional(err));
  }

  public static Bytes map(Bytes key, Bytes value) {
    return Bytes.of(0x63).then(key, value);
  }

  public static Bytes own(int resource) {
    return Bytes.of(0x69).then(Bytes.u32(resource));
  }

  public static Bytes borrow(int resource) {
    return Bytes.of(0x68).then(Bytes.u32(resource));
  }

  public static Bytes stream(@Nullable Bytes element) {
    return Bytes.of(0x66).then(optional(element));
  }

  public static Bytes future(@Nullable Bytes element) {
    return Bytes.of(0x65).then(optional(element));
  }

  /** A function type; the labelled parameters come after the result. */
  public static Bytes func(@Nullable Bytes result, Bytes... params) {
    return Bytes.of(0x40).then(Bytes.vec(params), resultList(result));
  }

  /** An asynchronous function type. */
  public static Bytes asyncFunc(@Nullable Bytes result, Bytes... params) {
    return Bytes.of(0x43).then(Bytes.vec(params), resultList(result));
  }

  static Bytes resultList(@Nullable Bytes result) {
    return result == null ? Bytes.of(1, 0) : Bytes.of(0).then(result);
  }

  /** A resource type with a core representation and no destructor. */
  public static Bytes resource(Bytes representation) {
    return Bytes.of(0x3f).then(representation, Bytes.of(0));
  }

  /** A resource type represented by an i32, without destructor. */
  public static Bytes resource() {
    return resource(CoreModuleBytes.I32);
  }

  /** A resource type with a destructor. */
  public static Bytes resourceWithDestructor(int coreFunc) {
    return Bytes.of(0x3f).then(CoreModuleBytes.I32, Bytes.of(1), Bytes.u32(coreFunc));
  }

  /** A component type. */
  public static Bytes componentType(Bytes... declarators) {
    return Bytes.of(0x41).then(Bytes.vec(declarators));
  }

  /** An instance type. */
  public static Bytes instanceType(Bytes... declarators) {
    return Bytes.of(0x42).then(Bytes.vec(declarators));
  }

  /** A declarator that defines a core type. */
  public static Bytes declareCoreType(Bytes type) {
    return Bytes.of(0).then(type);
  }

  /** A declarator that defines a type. */
  public static Bytes declareType(Bytes type) {
    return Bytes.of(1).then(type);
  }

  /** A declarator that is an alias. */
  public static Bytes declareAlias(Bytes alias) {
    return Bytes.of(2).then(alias);
  }

  /** A declarator of an import. */
  public static Bytes declareImport(String name, Bytes description) {
    return Bytes.of(3).then(ExternBytes.name(name), description);
  }

  /** A declarator of an export. */
  public static Bytes declareExport(String name, Bytes description) {
    return Bytes.of(4).then(ExternBytes.name(name), description);
  }

  /** A core module type of raw declarators. */
  public static Bytes moduleType(Bytes... declarators) {
    return Bytes.of(0x50).then(Bytes.vec(declarators));
  }

  /** A type inside itself {@code depth} times: {@code option<option<…>>}, one index each. */
  public static List<Bytes> nestedOptions(int depth) {
    List<Bytes> types = new ArrayList<>();
    types.add(option(U8));
    for (int i = 1; i < depth; i++) {
      types.add(option(ref(i - 1)));
    }
    return types;
  }
}
