package dev.mortise.loader.wave;

import dev.mortise.loader.wave.WaveToken.Kind;
import dev.mortise.runtime.error.ValueException;
import dev.mortise.runtime.type.FuncType;
import dev.mortise.runtime.type.OptionType;
import dev.mortise.runtime.type.ValType;
import dev.mortise.runtime.value.ComponentValue;
import dev.mortise.runtime.value.ComponentValue.OptionValue;
import dev.mortise.runtime.value.ValuePath;
import java.util.ArrayList;
import java.util.List;

/**
 * Values from WAVE text, directed by their types.
 *
 * <p>The grammar is that of wasm-wave, and so is what may be left out: trailing option arguments
 * and option fields that are none, {@code some(…)} and {@code ok(…)} around a payload that is not
 * an option or result itself. {@code map<K, V>}, for which WAVE has no form yet, is written as the
 * list of its entries: {@code [("a", 1), ("b", 2)]}. Handles, streams and futures have no text.
 */
public final class WaveParser {
  private WaveParser() {}

  /**
   * Reads a value of the type.
   *
   * @throws ValueException with line, column and a caret when the text is not one
   */
  public static ComponentValue parse(String text, ValType type) {
    return parse(text, type, ValuePath.ROOT);
  }

  /**
   * Reads a value of the type for a place, which errors name.
   *
   * @throws ValueException with line, column and a caret when the text is not one
   */
  public static ComponentValue parse(String text, ValType type, ValuePath path) {
    WaveReader reader = new WaveReader(text, 0);
    ComponentValue value = new WaveValues(reader).value(type, path);
    reader.expectEnd();
    return value;
  }

  /**
   * Reads arguments in parentheses: {@code ("x", {name: "a"}, some(3))}.
   *
   * @throws ValueException with line, column and a caret when the text is not the arguments of such
   *     a function
   */
  public static List<ComponentValue> parseArguments(String text, FuncType type) {
    return parseArguments(text, 0, type);
  }

  static List<ComponentValue> parseArguments(String text, int start, FuncType type) {
    WaveReader reader = new WaveReader(text, start);
    WaveValues values = new WaveValues(reader);
    List<ComponentValue> arguments = new ArrayList<>();
    reader.expect(Kind.PAREN_OPEN, null);
    while (reader.peek().kind() != Kind.PAREN_CLOSE) {
      if (arguments.size() == type.params().size()) {
        throw reader.error(
            reader.peek(), null, "wave-arguments", "')'", "one more argument", count(type));
      }
      FuncType.Param param = type.params().get(arguments.size());
      arguments.add(values.value(param.type(), ValuePath.param(param.label())));
      if (!reader.skipComma(Kind.PAREN_CLOSE, null)) {
        break;
      }
    }
    WaveToken close = reader.expect(Kind.PAREN_CLOSE, null);
    for (FuncType.Param param : type.params().subList(arguments.size(), type.params().size())) {
      if (!(param.type().structure() instanceof OptionType)) {
        throw reader.error(
            close,
            ValuePath.param(param.label()),
            "wave-arguments",
            WaveReader.describe(param.type()),
            "')'",
            count(type));
      }
      arguments.add(OptionValue.NONE);
    }
    reader.expectEnd();
    return arguments;
  }

  private static String count(FuncType type) {
    int size = type.params().size();
    return "the function is "
        + type
        + ", with "
        + size
        + (size == 1 ? " parameter" : " parameters");
  }
}
