package dev.mortise.runtime.type;

/** Types in one line, as messages show them. */
public final class WitTypes {
  private static final int LONGEST = 160;

  private WitTypes() {}

  /**
   * A value type: {@code u8}, or the name with what it stands for, such as {@code person (record {
   * name: string, age: u8 })}.
   */
  public static String describe(ValType type) {
    return switch (type) {
      case NamedType named -> named.name() + " (" + shorten(named.structure().toString()) + ")";
      case StructuralType structure -> shorten(structure.toString());
    };
  }

  /** A function type, such as {@code func(who: string) -> string}. */
  public static String describe(FuncType type) {
    return shorten(type.toString());
  }

  /** Anything that a component imports or exports. */
  public static String describe(ExternType type) {
    return switch (type) {
      case FuncType func -> describe(func);
      case InstanceType instance -> names("instance", "exports", instance.exports().keySet());
      case ComponentType component -> names("component", "exports", component.exports().keySet());
      case ExternType.Module module ->
          names("core module", "exports", module.type().exports().keySet());
      case ExternType.Value value -> "value of type " + describe(value.type());
      case ExternType.Type defined -> "type " + describeDefinition(defined.type());
    };
  }

  /** The type with its article, such as {@code an s32}, {@code a list<u8>}. */
  static String withArticle(String type) {
    boolean vowel = !type.isEmpty() && "aeio".indexOf(type.charAt(0)) >= 0;
    boolean saidWithVowel = type.matches("s(8|16|32|64)") || type.matches("f(32|64)");
    return (vowel || saidWithVowel ? "an " : "a ") + type;
  }

  /** The primitive type with its article, such as {@code a u8}, {@code an s32}. */
  public static String describeOne(PrimType type) {
    return withArticle(type.toString());
  }

  private static String describeDefinition(DefType type) {
    return switch (type) {
      case ValType value -> describe(value);
      case FuncType func -> describe(func);
      case InstanceType instance -> describe((ExternType) instance);
      case ComponentType component -> describe((ExternType) component);
      case ResourceType resource ->
          resource.name() == null ? "resource" : "resource " + resource.name();
    };
  }

  private static String names(String kind, String relation, Iterable<String> names) {
    String list = String.join(", ", names);
    return list.isEmpty()
        ? kind + " that " + relation + " nothing"
        : shorten(kind + " that " + relation + " " + list);
  }

  private static String shorten(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    int end = LONGEST - 2;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end)
        + " …";
  }
}
