package dev.mortise.cli.run;

import dev.mortise.loader.wave.WavePrinter;
import dev.mortise.runtime.error.Printable;
import dev.mortise.runtime.type.ListType;
import dev.mortise.runtime.type.PrimType;
import dev.mortise.runtime.type.ResultType;
import dev.mortise.runtime.type.ValType;
import dev.mortise.runtime.value.ComponentValue;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Prints what a function returned.
 *
 * @param out standard output as text
 * @param bytes the same as bytes
 * @param err standard error
 * @param complain says on standard error that something failed
 * @param terminal whether standard output is a terminal, which text of a component must not steer
 */
public record ResultPrinter(
    PrintWriter out,
    OutputStream bytes,
    PrintWriter err,
    Consumer<String> complain,
    boolean terminal) {

  /**
   * Prints a result as it is: {@code ok(…)} and {@code err(…)} too.
   *
   * @param type the type of the result, or null when the function has none
   */
  public void print(ComponentValue value, @Nullable ValType type, Output output)
      throws IOException {
    if (type != null) {
      printValue(value, type, output);
    }
  }

  /**
   * The type of what {@link #printPayload} prints to standard output; null when that is nothing.
   */
  public static @Nullable ValType payload(@Nullable ValType type) {
    return type != null && type.structure() instanceof ResultType result ? result.ok() : type;
  }

  /**
   * Prints what is in a result: the payload of ok to standard output, that of err to standard
   * error.
   *
   * @param type the type of the result, or null when the function has none
   * @return whether the function has not returned err
   */
  public boolean printPayload(
      String function, ComponentValue value, @Nullable ValType type, Output output)
      throws IOException {
    if (type == null || !(type.structure() instanceof ResultType result)) {
      print(value, type, output);
      return true;
    }
    ComponentValue payload = value.casePayload().orElse(null);
    boolean ok = value.caseName().equals("ok");
    ValType payloadType = ok ? result.ok() : result.err();
    if (!ok) {
      complain(function, payload, payloadType, output);
    } else if (payload != null && payloadType != null) {
      printValue(payload, payloadType, output);
    }
    return ok;
  }

  private void complain(
      String function, @Nullable ComponentValue payload, @Nullable ValType type, Output output) {
    if (payload == null || type == null) {
      switch (output) {
        case PLAIN, RAW -> complain.accept(function + " returned err");
        case WAVE -> err.println("err");
        case JSON -> err.println("null");
      }
    } else {
      switch (output) {
        case PLAIN, RAW -> complain.accept(plain(payload, type));
        case WAVE -> err.println(WavePrinter.print(payload));
        case JSON -> err.println(JsonValues.print(payload, type));
      }
    }
    err.flush();
  }

  private void printValue(ComponentValue value, ValType type, Output output) throws IOException {
    switch (output) {
      case PLAIN -> {
        String text = plain(value, type);
        out.println(terminal ? Printable.lines(text) : text);
      }
      case WAVE -> out.println(WavePrinter.print(value));
      case JSON -> out.println(JsonValues.print(value, type));
      case RAW -> {
        out.flush();
        bytes.write(
            type.structure() instanceof ListType
                ? value.asBytes()
                : value.asString().getBytes(StandardCharsets.UTF_8));
        bytes.flush();
      }
    }
    out.flush();
  }

  private static String plain(ComponentValue value, ValType type) {
    if (type.structure() == PrimType.STRING) {
      return value.asString();
    }
    return type.structure() == PrimType.CHAR
        ? Character.toString(value.asCodePoint())
        : WavePrinter.print(value);
  }
}
