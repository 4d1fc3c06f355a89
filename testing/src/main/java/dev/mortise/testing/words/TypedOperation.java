package dev.mortise.testing.words;

import dev.mortise.loader.wave.WaveParser;
import dev.mortise.loader.wave.WavePrinter;
import dev.mortise.runtime.WitName;
import dev.mortise.runtime.type.FuncType;
import dev.mortise.runtime.type.HandleType;
import dev.mortise.runtime.type.ResultType;
import dev.mortise.runtime.type.ValType;
import dev.mortise.runtime.value.ComponentValue;
import dev.mortise.testing.mock.Answer;
import dev.mortise.testing.mock.Call;
import dev.mortise.testing.mock.MockFactory.MockObject;
import dev.mortise.testing.mock.Operation;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A method of an interface that was generated from WIT. */
public final class TypedOperation implements Operation {
  private final Method method;
  private final Supplier<@Nullable Contract> contract;

  /**
   * An operation.
   *
   * @param contract gives what the component says of its functions, as soon as there is one
   */
  public TypedOperation(Method method, Supplier<@Nullable Contract> contract) {
    this.method = method;
    this.contract = contract;
  }

  /** The operation of a call of a mock that has a Java interface. */
  public static TypedOperation of(Call call) {
    return (TypedOperation) call.operation();
  }

  /** The method. */
  public Method method() {
    return method;
  }

  /** What the component says of the method, or null. */
  public Contract.@Nullable Declared declared() {
    Contract known = contract.get();
    return known == null ? null : known.find(method);
  }

  @Override
  public Object identity() {
    return List.of(method.getName(), List.of(method.getParameterTypes()));
  }

  @Override
  public boolean isDrop() {
    return method.getName().equals("close") && method.getParameterCount() == 0;
  }

  @Override
  public String wit() {
    Contract.Declared declared = declared();
    if (declared != null) {
      return declared.wit().isEmpty()
          ? declared.method().wit()
          : declared.wit() + "#" + declared.method().wit();
    }
    WitName of = method.getDeclaringClass().getAnnotation(WitName.class);
    WitName own = method.getAnnotation(WitName.class);
    return (of == null ? method.getDeclaringClass().getSimpleName() : of.value())
        + "#"
        + (own == null ? method.getName() : own.value());
  }

  @Override
  public String signature() {
    Contract.Declared declared = declared();
    return declared == null
        ? method.toGenericString().replaceAll("\\b(public|abstract|static|final) ", "")
        : wit() + ": " + declared.method().type();
  }

  /** A method's self is no argument in Java. */
  private @Nullable FuncType type() {
    Contract.Declared declared = declared();
    return declared == null ? null : declared.method().type();
  }

  private FuncType.@Nullable Param param(int index) {
    FuncType type = type();
    return type == null
        ? null
        : type.params().get(index + type.params().size() - method.getParameterCount());
  }

  @Override
  public String parameter(int index) {
    FuncType.Param param = param(index);
    return param == null ? method.getParameters()[index].getName() : param.label();
  }

  @Override
  public boolean takesOver(int index) {
    FuncType.Param param = param(index);
    return param != null && param.type().structure() instanceof HandleType.Own;
  }

  @Override
  public String wave(int index, @Nullable Object argument) {
    FuncType.Param param = param(index);
    return wave(param == null ? null : param.type(), argument);
  }

  private String wave(@Nullable ValType type, @Nullable Object object) {
    Contract known = contract.get();
    ComponentValue value = known == null || type == null ? null : known.value(type, object);
    if (value != null) {
      return WavePrinter.print(value);
    }
    return object instanceof MockObject mock
        ? "<" + mock.$mock().name() + ">"
        : JavaWords.of(object);
  }

  /** What it returned, as WAVE of the function's result; null when it has none. */
  public @Nullable String waveOfResult(@Nullable Object returned) {
    FuncType type = type();
    ValType result = type == null ? null : type.result();
    if (result == null) {
      return null;
    }
    if (isThrowing() && result.structure() instanceof ResultType outcome) {
      return outcome.ok() == null ? "ok" : "ok(" + wave(outcome.ok(), returned) + ")";
    }
    return wave(result, returned);
  }

  /** What it threw, as WAVE of the function's result; null when that is no {@code err} of it. */
  public @Nullable String waveOfErr(Throwable thrown) {
    FuncType type = type();
    if (type == null
        || !(type.result() != null && type.result().structure() instanceof ResultType outcome)
        || Arrays.stream(method.getExceptionTypes()).noneMatch(t -> t.isInstance(thrown))) {
      return null;
    }
    if (outcome.err() == null) {
      return "err";
    }
    try {
      Object payload = thrown.getClass().getMethod("error").invoke(thrown);
      return "err(" + wave(outcome.err(), payload) + ")";
    } catch (ReflectiveOperationException e) {
      return null;
    }
  }

  /** Whether an {@code err} of its result is thrown. */
  private boolean isThrowing() {
    return method.getExceptionTypes().length > 0;
  }

  /**
   * Returns what WAVE says, or throws its {@code err}.
   *
   * @param text the function's result, or null when it has none
   */
  public @Nullable Object parseResult(@Nullable String text) throws Throwable {
    FuncType type = type();
    Contract known = contract.get();
    if (text == null || type == null || type.result() == null || known == null) {
      return null;
    }
    ValType declared = type.result();
    ComponentValue value = WaveParser.parse(text, declared);
    if (!isThrowing()
        || !(declared.structure() instanceof ResultType outcome)
        || !(value instanceof ComponentValue.ResultValue given)) {
      return known.object(declared, value);
    }
    ValType of = given.isOk() ? outcome.ok() : outcome.err();
    Object payload =
        of == null || given.payload() == null ? null : known.object(of, given.payload());
    return given.isOk() ? payload : raise(exception(payload));
  }

  @Override
  public String stubLine(String mock, List<? extends @Nullable Object> arguments) {
    boolean exact = arguments.stream().allMatch(JavaWords::isExact);
    String written =
        IntStream.range(0, arguments.size())
            .mapToObj(i -> argument(i, arguments.get(i), exact))
            .collect(Collectors.joining(", "));
    String call = mock + "." + method.getName() + "(" + written + ")";
    return method.getReturnType() == void.class
        ? "whenCalled(() -> " + call + ").thenDoNothing();"
        : "when("
            + call
            + ").thenReturn("
            + JavaWords.placeholder(method.getGenericReturnType())
            + ");";
  }

  private String argument(int index, @Nullable Object argument, boolean exact) {
    if (exact) {
      return JavaWords.of(argument);
    }
    if (JavaWords.isExact(argument)) {
      return "eq(" + JavaWords.of(argument) + ")";
    }
    Class<?> type = method.getParameterTypes()[index];
    return type.isPrimitive()
        ? "any"
            + Character.toUpperCase(type.getName().charAt(0))
            + type.getName().substring(1)
            + "()"
        : "any()";
  }

  @Override
  public @Nullable Object defaultResult() {
    return Zero.of(method.getGenericReturnType());
  }

  @Override
  public Answer<?> err(@Nullable Object payload) {
    Throwable made = exception(payload);
    return call -> {
      throw made.fillInStackTrace();
    };
  }

  private static Object raise(Throwable thrown) throws Throwable {
    throw thrown;
  }

  private Throwable exception(@Nullable Object payload) {
    for (Class<?> thrown : method.getExceptionTypes()) {
      for (Constructor<?> constructor : thrown.getConstructors()) {
        if (payload == null
            ? constructor.getParameterCount() == 0
            : constructor.getParameterCount() == 1
                && fits(constructor.getGenericParameterTypes()[0], payload)) {
          return instance(constructor, payload);
        }
      }
    }
    throw new IllegalArgumentException(
        "%s has no err of %s: it throws %s"
            .formatted(
                wit(),
                payload == null ? "nothing" : payload.getClass().getSimpleName(),
                Arrays.toString(method.getExceptionTypes())));
  }

  private static Throwable instance(Constructor<?> constructor, @Nullable Object payload) {
    try {
      return (Throwable)
          (payload == null ? constructor.newInstance() : constructor.newInstance(payload));
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(constructor.toString(), e);
    }
  }

  private static boolean fits(Type type, Object payload) {
    Class<?> raw =
        type instanceof java.lang.reflect.ParameterizedType generic
            ? (Class<?>) generic.getRawType()
            : (Class<?>) type;
    return java.lang.invoke.MethodType.methodType(raw).wrap().returnType().isInstance(payload);
  }
}
