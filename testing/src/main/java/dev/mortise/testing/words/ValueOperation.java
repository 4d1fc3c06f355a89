package dev.mortise.testing.words;

import dev.mortise.loader.wave.WavePrinter;
import dev.mortise.runtime.error.ValueException;
import dev.mortise.runtime.type.FuncType;
import dev.mortise.runtime.type.HandleType;
import dev.mortise.runtime.type.ResultType;
import dev.mortise.runtime.type.ValType;
import dev.mortise.runtime.value.ComponentValue;
import dev.mortise.runtime.value.ComponentValue.ResultValue;
import dev.mortise.runtime.value.ValueConverter;
import dev.mortise.testing.mock.Answer;
import dev.mortise.testing.mock.MockUseError;
import dev.mortise.testing.mock.Operation;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A function that is known by its name in WIT and takes values. */
public final class ValueOperation implements Operation {
  private final String imported;
  private final String function;
  private final Supplier<@Nullable FuncType> type;

  /**
   * An operation.
   *
   * @param imported the import that has it; empty for a function that is one itself
   * @param type gives its type, as soon as a component has said it
   */
  public ValueOperation(String imported, String function, Supplier<@Nullable FuncType> type) {
    this.imported = imported;
    this.function = function;
    this.type = type;
  }

  /**
   * The function's type.
   *
   * @throws IllegalStateException when no component has said it
   */
  private FuncType known() {
    FuncType known = type.get();
    if (known == null) {
      throw new IllegalStateException("no component imports " + wit() + " so far");
    }
    return known;
  }

  @Override
  public Object identity() {
    return function;
  }

  @Override
  public boolean isDrop() {
    return false;
  }

  @Override
  public String wit() {
    return imported.isEmpty() ? function : imported + "#" + function;
  }

  @Override
  public String signature() {
    return wit() + ": " + type.get();
  }

  @Override
  public String parameter(int index) {
    return known().params().get(index).label();
  }

  @Override
  public boolean takesOver(int index) {
    return known().params().get(index).type().structure() instanceof HandleType.Own;
  }

  @Override
  public String wave(int index, @Nullable Object argument) {
    FuncType of = type.get();
    if (of == null || index >= of.params().size()) {
      return String.valueOf(argument);
    }
    try {
      return WavePrinter.print(ValueConverter.convert(argument, of.params().get(index).type()));
    } catch (ValueException e) {
      return String.valueOf(argument);
    }
  }

  @Override
  public String stubLine(String mock, List<? extends @Nullable Object> arguments) {
    String written =
        arguments.stream()
            .map(ValueOperation::plain)
            .map(value -> JavaWords.isExact(value) ? JavaWords.of(value) : "any()")
            .collect(Collectors.joining(", "));
    return mock
        + ".on("
        + JavaWords.quoted(function)
        + ")"
        + (arguments.isEmpty() ? "" : ".withArgs(" + written + ")")
        + (known().result() == null ? ".thenDoNothing();" : ".thenReturn(…);");
  }

  private static @Nullable Object plain(@Nullable Object value) {
    return value instanceof ComponentValue known
        ? switch (known) {
          case ComponentValue.StringValue text -> text.value();
          case ComponentValue.BoolValue bool -> bool.value();
          case ComponentValue.U32Value number -> number.value();
          case ComponentValue.S32Value number -> number.value();
          case ComponentValue.U8Value number -> number.value();
          case ComponentValue.S64Value number -> number.value();
          case ComponentValue.EnumValue label -> label.label();
          default -> known;
        }
        : value;
  }

  @Override
  public @Nullable Object defaultResult() {
    ValType result = known().result();
    return result == null ? null : ZeroValue.of(result);
  }

  @Override
  public Answer<?> err(@Nullable Object payload) {
    return call -> {
      ValType declared = known().result();
      if (declared == null
          || !(declared.structure() instanceof ResultType result)
          || (result.err() == null) != (payload == null)) {
        throw new MockUseError(wit() + " has no such err: its type is " + known());
      }
      ValType error = result.err();
      return new ResultValue(false, error == null ? null : ValueConverter.convert(payload, error));
    };
  }
}
