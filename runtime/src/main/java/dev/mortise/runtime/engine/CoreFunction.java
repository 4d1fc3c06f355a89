package dev.mortise.runtime.engine;

import dev.mortise.runtime.core.CoreExternType;

/**
 * A core function. Values travel as 64-bit words: an i32 in the low half (its high half is
 * ignored), floats as their bits.
 */
public non-sealed interface CoreFunction extends CoreExtern {
  /** The package of generated classes that call compiled functions. */
  String CALLER_PACKAGE = "dev.mortise.guest.call";

  /** How the names of those classes begin, in whatever package they end up, to read traces by. */
  String CALLER_NAME = "Calls";

  /** The method of theirs that does it. */
  String CALLER_METHOD = "call";

  /** Whether a class is a generated one that calls compiled functions. */
  static boolean isCaller(String className) {
    int simpleName = className.lastIndexOf('.') + 1;
    return className.startsWith(CALLER_NAME, simpleName) && className.indexOf('_', simpleName) > 0;
  }

  @Override
  CoreExternType.Func type();

  /**
   * Calls the function.
   *
   * @param arguments as many as the type has parameters
   * @return as many as the type has results
   * @throws dev.mortise.runtime.error.TrapException when the call traps
   */
  long[] call(long... arguments);

  /** What its {@link CompiledFunction}, if it has one, takes after the core arguments. */
  default Object[] environment() {
    throw new UnsupportedOperationException("not a compiled function");
  }

  /** The function, whose type is that of {@code realloc}, to be called without boxing if it can. */
  default Allocator allocator() {
    return (oldAddress, oldByteLength, alignmentBytes, newByteLength) ->
        (int) call(oldAddress, oldByteLength, alignmentBytes, newByteLength)[0];
  }

  /** The function, whose type is that of a destructor, to be called without boxing if it can. */
  default Destructor destructor() {
    return rep -> {
      long[] unused = call(rep);
    };
  }

  /** The exception to throw for what came out of a call: of a function of Java's, what it threw. */
  default RuntimeException leaving(Throwable e) {
    return switch (e) {
      case RuntimeException thrown -> thrown;
      case Error error -> throw error;
      default -> new IllegalStateException(e);
    };
  }
}
