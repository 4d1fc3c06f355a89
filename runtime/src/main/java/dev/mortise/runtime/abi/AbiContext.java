package dev.mortise.runtime.abi;

import dev.mortise.runtime.abi.layout.StringEncoding;
import dev.mortise.runtime.engine.CoreMemory;
import dev.mortise.runtime.error.Diagnostic;
import dev.mortise.runtime.error.UnsupportedComponentException;
import dev.mortise.runtime.type.FutureType;
import dev.mortise.runtime.type.ResourceType;
import dev.mortise.runtime.type.StreamType;
import dev.mortise.runtime.value.ComponentValue;

/**
 * What lifting and lowering need of the instance and the call that they work for (the specification
 * calls it {@code LiftLowerContext}).
 *
 * <p>The methods on table indices are for the run time to implement: each traps as the function of
 * the specification does that has its name.
 */
public interface AbiContext {

  /**
   * The memory of the canonical options, asked again after each call of {@code realloc}. Not called
   * for types that need none.
   */
  CoreMemory memory();

  /**
   * Calls the {@code realloc} of the canonical options. The caller checks what it returns.
   *
   * @return the address, in the low 32 bits when addresses have 32
   */
  long realloc(long oldAddress, long oldByteLength, int alignmentBytes, long newByteLength);

  /**
   * Memory is asked of {@code realloc} from now on, until what it gave was checked: whatever fails
   * between is the fault of the instance that it belongs to.
   *
   * @param begins whether it begins; else it has ended well
   */
  default void allocating(boolean begins) {}

  /** Where a string that is lowered comes from; from Java if nobody knows better. */
  default StringSource stringSource(StringEncoding target, String string) {
    return StringSource.ofHost(target);
  }

  /**
   * A string was lifted from {@code latin1+utf16} that was tagged as UTF-16 though Latin-1 would
   * have done: nothing but this very object tells, and where it is lowered next it matters.
   */
  default void liftedTagged(String string) {}

  /** {@code lift_own}. */
  default ComponentValue liftOwn(ResourceType resource, int index) {
    throw unsupported("own");
  }

  /** {@code lift_borrow}. */
  default ComponentValue liftBorrow(ResourceType resource, int index) {
    throw unsupported("borrow");
  }

  /** {@code lift_stream}. */
  default ComponentValue liftStream(StreamType type, int index) {
    throw unsupported("stream");
  }

  /** {@code lift_future}. */
  default ComponentValue liftFuture(FutureType type, int index) {
    throw unsupported("future");
  }

  /** {@code lift_error_context}. */
  default ComponentValue liftErrorContext(int index) {
    throw unsupported("error-context");
  }

  /** {@code lower_own}. */
  default int lowerOwn(ResourceType resource, ComponentValue value) {
    throw unsupported("own");
  }

  /** {@code lower_borrow}. */
  default int lowerBorrow(ResourceType resource, ComponentValue value) {
    throw unsupported("borrow");
  }

  /** {@code lower_stream}. */
  default int lowerStream(StreamType type, ComponentValue value) {
    throw unsupported("stream");
  }

  /** {@code lower_future}. */
  default int lowerFuture(FutureType type, ComponentValue value) {
    throw unsupported("future");
  }

  /** {@code lower_error_context}. */
  default int lowerErrorContext(ComponentValue value) {
    throw unsupported("error-context");
  }

  private static UnsupportedComponentException unsupported(String type) {
    return new UnsupportedComponentException(
        Diagnostic.of("unsupported-value-type", type)
            .because("values of this type cannot be passed here"));
  }
}
