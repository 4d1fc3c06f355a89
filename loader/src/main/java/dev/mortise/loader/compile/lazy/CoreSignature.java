package dev.mortise.loader.compile.lazy;

import com.dylibso.chicory.wasm.types.FunctionType;
import com.dylibso.chicory.wasm.types.ValType;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Type;

/**
 * A core function's type as the engine's compiler writes it in class files.
 *
 * @param parameters what the method takes before memory and instance
 * @param result what it returns; several results are a {@code long[]} of words
 * @param results the results one by one
 */
record CoreSignature(List<Type> parameters, Type result, List<Type> results) {
  static final String MEMORY = "com/dylibso/chicory/runtime/Memory";
  static final String INSTANCE = "com/dylibso/chicory/runtime/Instance";

  /** What methods take after the core parameters. */
  static final String ENVIRONMENT = "L" + MEMORY + ";L" + INSTANCE + ";";

  static final Type WORDS = Type.getType(long[].class);

  /**
   * So many slots are left for parameters by what the JVM allows and what a method takes beside.
   */
  private static final int MOST_SLOTS = 253;

  CoreSignature {
    parameters = List.copyOf(parameters);
    results = List.copyOf(results);
  }

  /** The signature of a type, or null when it has no form in class files: vectors have none. */
  static @Nullable CoreSignature of(FunctionType type) {
    if (!representable(type.params()) || !representable(type.returns())) {
      return null;
    }
    List<Type> parameters = type.params().stream().map(CoreSignature::jvmType).toList();
    List<Type> results = type.returns().stream().map(CoreSignature::jvmType).toList();
    Type result =
        switch (results.size()) {
          case 0 -> Type.VOID_TYPE;
          case 1 -> results.get(0);
          default -> WORDS;
        };
    int slots = parameters.stream().mapToInt(Type::getSize).sum();
    return new CoreSignature(slots > MOST_SLOTS ? List.of(WORDS) : parameters, result, results);
  }

  static boolean representable(List<ValType> types) {
    return types.stream().noneMatch(type -> type.opcode() == ValType.ID.V128);
  }

  private static Type jvmType(ValType type) {
    return switch (type.opcode()) {
      case ValType.ID.I64 -> Type.LONG_TYPE;
      case ValType.ID.F32 -> Type.FLOAT_TYPE;
      case ValType.ID.F64 -> Type.DOUBLE_TYPE;
      default -> Type.INT_TYPE;
    };
  }

  /** Whether the parameters are so many that they are one array of words. */
  boolean isBoxed() {
    return parameters.equals(List.of(WORDS));
  }

  /** How many local variables the core parameters take. */
  int width() {
    return parameters.stream().mapToInt(Type::getSize).sum();
  }

  /** The descriptor of a method with these parameters, and those after them. */
  String descriptor(String more) {
    StringBuilder text = new StringBuilder("(");
    parameters.forEach(type -> text.append(type.getDescriptor()));
    return text.append(more).append(')').append(result.getDescriptor()).toString();
  }

  /** The descriptor of the method {@code func_12}. */
  String descriptor() {
    return descriptor(ENVIRONMENT);
  }
}
