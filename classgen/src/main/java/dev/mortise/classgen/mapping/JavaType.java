package dev.mortise.classgen.mapping;

import java.util.List;
import java.util.stream.Collectors;

/** A Java type as it stands in a signature. */
public sealed interface JavaType {
  /** The descriptor in class files, such as {@code Ljava/lang/String;}. */
  String descriptor();

  /** The generic signature in class files; the descriptor where nothing is generic. */
  default String signature() {
    return descriptor();
  }

  /** The type as a type argument: a primitive as its box. */
  default JavaType boxed() {
    return this;
  }

  /**
   * Whether its bits are those of an unsigned number, which the annotation {@code Unsigned} says.
   */
  default boolean isUnsigned() {
    return false;
  }

  /** The type in source text. */
  @Override
  String toString();

  /** The primitive types, that of {@code u64}, and {@code void}. */
  enum Primitive implements JavaType {
    VOID("void", "V", "Void"),
    BOOLEAN("boolean", "Z", "Boolean"),
    BYTE("byte", "B", "Byte"),
    SHORT("short", "S", "Short"),
    INT("int", "I", "Integer"),
    LONG("long", "J", "Long"),
    UNSIGNED_LONG("long", "J", "Long"),
    FLOAT("float", "F", "Float"),
    DOUBLE("double", "D", "Double");

    private final String text;
    private final String descriptor;
    private final String box;

    Primitive(String text, String descriptor, String box) {
      this.text = text;
      this.descriptor = descriptor;
      this.box = box;
    }

    @Override
    public String descriptor() {
      return descriptor;
    }

    @Override
    public boolean isUnsigned() {
      return this == UNSIGNED_LONG;
    }

    @Override
    public JavaType boxed() {
      return new Declared(ClassName.of("java.lang", box));
    }

    @Override
    public String toString() {
      return text;
    }
  }

  /** A class that is not generic. */
  record Declared(ClassName name) implements JavaType {
    /** {@code java.lang.String}. */
    public static final Declared STRING = new Declared(ClassName.of("java.lang", "String"));

    @Override
    public String descriptor() {
      return "L" + name.internalName() + ";";
    }

    @Override
    public String toString() {
      return name.packageName().equals("java.lang") ? name.simpleName() : name.toString();
    }
  }

  /**
   * An array of primitive numbers.
   *
   * @param isUnsigned whether they are the bits of unsigned ones
   */
  record Array(Primitive element, boolean isUnsigned) implements JavaType {
    @Override
    public String descriptor() {
      return "[" + element.descriptor();
    }

    @Override
    public String toString() {
      return element + "[]";
    }
  }

  /** A generic class with its arguments. */
  record Generic(ClassName name, List<JavaType> arguments) implements JavaType {
    public Generic {
      arguments = arguments.stream().map(JavaType::boxed).toList();
    }

    @Override
    public String descriptor() {
      return "L" + name.internalName() + ";";
    }

    @Override
    public String signature() {
      return "L"
          + name.internalName()
          + arguments.stream().map(JavaType::signature).collect(Collectors.joining("", "<", ">"))
          + ";";
    }

    @Override
    public String toString() {
      return name
          + arguments.stream().map(Object::toString).collect(Collectors.joining(", ", "<", ">"));
    }
  }
}
