package dev.mortise.runtime.instance.builtin;

import dev.mortise.runtime.abi.AbiContext;
import dev.mortise.runtime.abi.FuncAbi;
import dev.mortise.runtime.abi.StringLifting;
import dev.mortise.runtime.abi.layout.CanonicalOptions;
import dev.mortise.runtime.engine.CoreFunction;
import dev.mortise.runtime.engine.CoreMemory;
import dev.mortise.runtime.engine.HostCoreFunction;
import dev.mortise.runtime.plan.Step;
import dev.mortise.runtime.type.FuncType;
import dev.mortise.runtime.type.PrimType;
import dev.mortise.runtime.value.ComponentValue.StringValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code error-context.new}, {@code .debug-message} and {@code .drop}. Of a message its beginning
 * is kept, which the specification leaves to the host: a guest could have any number of them.
 */
final class ErrorContextBuiltins {
  private static final int MAX_MESSAGE_CHARS = 4096;

  private static final FuncType GIVES_STRING = new FuncType(List.of(), PrimType.STRING, false);

  private ErrorContextBuiltins() {}

  static HostCoreFunction.Body body(
      Step.BuiltinFunction step,
      CallingInstance instance,
      @Nullable CoreMemory memory,
      @Nullable CoreFunction realloc) {
    CanonicalOptions shape = step.options().shape();
    AbiContext context = instance.context(memory, realloc);
    return switch (step.builtin()) {
      case ERROR_CONTEXT_NEW -> arguments -> create(instance, shape, context, arguments);
      case ERROR_CONTEXT_DEBUG_MESSAGE -> {
        // The message is stored as the string is that a lowered function gives back.
        FuncAbi abi = FuncAbi.of(GIVES_STRING, shape);
        yield arguments -> debugMessage(instance, abi, context, arguments);
      }
      case ERROR_CONTEXT_DROP ->
          arguments -> {
            instance.checkMayLeave();
            ErrorContext unused =
                instance.remove((int) arguments[0], ErrorContext.class, ErrorContext.KIND);
            return Builtins.NOTHING;
          };
      default -> throw Builtins.other(step);
    };
  }

  private static long[] create(
      CallingInstance instance, CanonicalOptions shape, AbiContext context, long[] arguments) {
    instance.checkMayLeave();
    String message =
        StringLifting.load(
            context,
            shape.width(),
            shape.encoding(),
            shape.width().addressOf(arguments[0]),
            shape.width().addressOf(arguments[1]));
    return Builtins.result(instance.add(new ErrorContext(beginning(message))));
  }

  private static String beginning(String message) {
    if (message.length() <= MAX_MESSAGE_CHARS) {
      return message;
    }
    boolean splits = Character.isHighSurrogate(message.charAt(MAX_MESSAGE_CHARS - 1));
    return message.substring(0, splits ? MAX_MESSAGE_CHARS - 1 : MAX_MESSAGE_CHARS);
  }

  private static long[] debugMessage(
      CallingInstance instance, FuncAbi abi, AbiContext context, long[] arguments) {
    instance.checkMayLeave();
    ErrorContext found = instance.get((int) arguments[0], ErrorContext.class, ErrorContext.KIND);
    return abi.lowerResult(
        new StringValue(found.debugMessage()), new long[] {arguments[1]}, context);
  }
}
