package dev.mortise.classgen.bridge;

import dev.mortise.classgen.mapping.ClassName;
import dev.mortise.classgen.mapping.JavaModel.MethodDecl;
import dev.mortise.classgen.mapping.UnmappableTypeException;
import dev.mortise.runtime.type.ResultType;
import dev.mortise.runtime.type.ValType;
import dev.mortise.runtime.value.ComponentValue;
import dev.mortise.runtime.value.ComponentValue.ResultValue;
import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The way between the values that a function takes and gives and what its Java method does: it
 * returns, or throws the exception of the function's {@code result<T, E>}.
 */
public final class MethodBridge {
  private final List<ValueBridge> params;
  private final List<String> places;
  private final @Nullable ValueBridge result;
  private final @Nullable Thrown thrown;

  /** How a function's error is thrown. */
  private record Thrown(
      Class<?> type,
      MethodHandle constructor,
      @Nullable MethodHandle getter,
      @Nullable ValueBridge error) {}

  /**
   * The bridge of a method.
   *
   * @throws UnmappableTypeException when there is none for one of its types
   */
  public MethodBridge(MethodDecl method, ValueBridges bridges) {
    params = method.type().paramTypes().stream().map(bridges::of).toList();
    places =
        method.type().params().stream()
            .map(param -> "parameter `" + param.label() + "` of " + method.wit())
            .toList();
    ValType declared = method.type().result();
    ClassName exception = method.thrown();
    if (declared != null
        && exception != null
        && declared.structure() instanceof ResultType outcome) {
      result = outcome.ok() == null ? null : bridges.of(outcome.ok());
      Class<?> type = bridges.find(exception);
      ValType error = outcome.err();
      thrown =
          new Thrown(
              type,
              Members.constructor(type),
              error == null ? null : Members.getter(type, "error"),
              error == null ? null : bridges.of(error));
    } else {
      result = declared == null ? null : bridges.of(declared);
      thrown = null;
    }
  }

  /** The Java arguments, a method's self first. */
  Object[] toJava(List<ComponentValue> arguments, @Nullable Object owner) {
    Object[] objects = new Object[params.size()];
    for (int i = 0; i < objects.length; i++) {
      objects[i] = params.get(i).toJava(arguments.get(i), owner);
    }
    return objects;
  }

  /**
   * The values of Java arguments, a method's self first.
   *
   * @throws Misfit when one is no value of its type
   */
  List<ComponentValue> toValues(@Nullable Object[] arguments) {
    List<ComponentValue> values = new ArrayList<>();
    for (int i = 0; i < params.size(); i++) {
      int param = i;
      values.add(Misfit.at(places.get(i), () -> params.get(param).toValue(arguments[param])));
    }
    return values;
  }

  /** The value of what the method returned. */
  ComponentValue returned(@Nullable Object object) {
    ComponentValue value = result == null ? ComponentValue.UNIT : result.toValue(object);
    return thrown == null ? value : new ResultValue(true, result == null ? null : value);
  }

  /** The value of what the method threw, or null when that is no result of the function. */
  @Nullable ComponentValue thrown(Throwable e) {
    if (thrown == null || !thrown.type.isInstance(e)) {
      return null;
    }
    return new ResultValue(
        false,
        thrown.error == null || thrown.getter == null
            ? null
            : thrown.error.toValue(Members.get(thrown.getter, e)));
  }

  /**
   * What the method has to return for a value.
   *
   * @throws Throwable the exception of the function's error
   */
  @Nullable Object toReturn(ComponentValue value, @Nullable Object owner) throws Throwable {
    if (thrown == null) {
      return result == null ? null : result.toJava(value, owner);
    }
    ResultValue outcome = (ResultValue) value;
    if (outcome.isOk()) {
      return result == null ? null : result.toJava(payload(outcome), owner);
    }
    throw (Throwable)
        (thrown.error == null
            ? Members.make(thrown.constructor)
            : Members.make(thrown.constructor, thrown.error.toJava(payload(outcome), owner)));
  }

  private static ComponentValue payload(ResultValue outcome) {
    return Objects.requireNonNull(outcome.payload());
  }
}
