package dev.mortise.loader.wave;

import dev.mortise.runtime.error.ValueException;
import dev.mortise.runtime.type.FuncType;
import dev.mortise.runtime.value.ComponentValue;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A call in text whose function is named and whose arguments are not read yet: they need the
 * function's type, which the caller finds by the name.
 *
 * <p>A function is named {@code hello}, {@code api.greet}, {@code docs:greeter/api@1.0.0.greet},
 * {@code docs:greeter/api@1.0.0#greet}, {@code docs:greeter/api.greet@1.0.0} or {@code
 * wasi:http/types@0.2.0.[method]fields.get}. Where a pre-release makes the dot ambiguous, {@code #}
 * does not.
 *
 * @param path the extern name of the instance that exports the function, or null when the component
 *     itself does
 * @param function the function's extern name in there, such as {@code greet} or {@code
 *     [method]fields.get}
 * @param text the whole text
 * @param argumentsStart where in the text the arguments begin, with their opening parenthesis
 */
public record WaveCall(@Nullable String path, String function, String text, int argumentsStart) {
  private static final Pattern LABEL =
      Pattern.compile("%?([a-z][a-z0-9]*|[A-Z][A-Z0-9]*)(-([a-z0-9]+|[A-Z0-9]+))*");
  private static final Pattern RESOURCE_FUNCTION =
      Pattern.compile("\\[(constructor|method|static)\\][A-Za-z0-9.-]+");

  /**
   * Reads the name of a call such as {@code greet("World")}; the arguments stay text.
   *
   * @throws ValueException when there is no name, or no argument list after it
   */
  public static WaveCall parseName(String text) {
    int start = WaveLexer.skipBlank(text, 0);
    int end = start;
    while (end < text.length() && "( \t\r\n".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    int arguments = WaveLexer.skipBlank(text, end);
    String name = text.substring(start, end);
    if (arguments == text.length() || text.charAt(arguments) != '(') {
      throw error(
          text,
          arguments,
          arguments + 1,
          "'(' and the arguments",
          arguments == text.length() ? "the end of the text" : "other text",
          "a call is written " + (name.isEmpty() ? "name" : name) + "(arguments)");
    }
    int split = split(name);
    String function = name.substring(split < 0 ? 0 : split + 1);
    String path = split < 0 ? null : name.substring(0, split);
    int version = function.indexOf('@');
    if (path != null && version >= 0 && !path.contains("@")) {
      path += function.substring(version);
      function = function.substring(0, version);
    }
    boolean isFunction =
        LABEL.matcher(function).matches() || RESOURCE_FUNCTION.matcher(function).matches();
    if (!isFunction || (path != null && (path.isEmpty() || path.contains("[")))) {
      throw error(
          text,
          start,
          Math.max(end, start + 1),
          "the name of a function",
          name.isEmpty() ? "none" : "'" + name + "'",
          "a function of an interface is written ns:pkg/interface@1.2.3#function, and one of the"
              + " component itself function");
    }
    return new WaveCall(
        path, function.startsWith("%") ? function.substring(1) : function, text, arguments);
  }

  /** The function with its path, such as {@code docs:greeter/api@1.0.0#greet}. */
  public String name() {
    return path == null ? function : path + "#" + function;
  }

  /** The arguments as they stand in the text, with their parentheses. */
  public String argumentsText() {
    return text.substring(argumentsStart);
  }

  /**
   * Reads the arguments.
   *
   * @throws ValueException when they are not the arguments of such a function
   */
  public List<ComponentValue> arguments(FuncType type) {
    return WaveParser.parseArguments(text, argumentsStart, type);
  }

  /** The index of the character between path and function, or -1. */
  private static int split(String name) {
    int hash = name.lastIndexOf('#');
    if (hash >= 0) {
      return hash;
    }
    int bracket = name.indexOf('[');
    if (bracket == 0 || (bracket > 0 && name.charAt(bracket - 1) == '.')) {
      return bracket - 1;
    }
    int slash = name.lastIndexOf('/');
    int version = name.indexOf('@', slash + 1);
    int dot = name.indexOf('.', slash + 1);
    return version >= 0 && dot > version ? name.lastIndexOf('.') : dot;
  }

  private static ValueException error(
      String text, int start, int end, String expected, String found, String why) {
    return WaveError.at(text, start, end, null, "wave-call", expected, found, why);
  }
}
