package dev.mortise.tck.differential;

import dev.mortise.classgen.bridge.GeneratedFunction;
import dev.mortise.loader.ComponentFunction;
import dev.mortise.loader.Instance;
import dev.mortise.runtime.engine.CoreMemory;
import dev.mortise.runtime.error.MortiseException;
import dev.mortise.runtime.instance.CanonicalContext;
import dev.mortise.runtime.instance.RuntimeFunction;
import dev.mortise.runtime.instance.RuntimeItem;
import dev.mortise.runtime.value.ComponentValue;
import java.lang.reflect.Field;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An instance, and its memory as nobody from outside should see it. */
record Running(Instance instance) implements Machine {

  /**
   * What came of a call.
   *
   * @param error the code of what was thrown, or null
   */
  record Outcome(@Nullable ComponentValue value, @Nullable String error) {
    boolean failed() {
      return error != null;
    }
  }

  @Override
  public Outcome call(String function) {
    return call(function, List.of());
  }

  @Override
  public CoreMemory memory(String function) {
    RuntimeFunction found = function(instance.function(function));
    return found instanceof GeneratedFunction
        ? ((CanonicalContext) field(found, "context")).memory()
        : (CoreMemory) field(found, "memory");
  }

  private static RuntimeFunction function(ComponentFunction function) {
    return ((RuntimeItem.Func) field(function, "item")).function();
  }

  private static Object field(Object object, String name) {
    try {
      Field field = object.getClass().getDeclaredField(name);
      field.setAccessible(true);
      return Objects.requireNonNull(field.get(object));
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(object.getClass().toString(), e);
    }
  }

  Outcome call(String function, List<ComponentValue> arguments) {
    try {
      return new Outcome(
          Values.withoutRepeatedKeys(instance.function(function).callValues(arguments)), null);
    } catch (MortiseException e) {
      return new Outcome(null, e.getClass().getSimpleName() + " " + e.code());
    }
  }

  /** All of a memory. */
  static byte[] bytes(CoreMemory memory) {
    byte[] bytes = new byte[Math.toIntExact(memory.byteLength())];
    memory.read(0, bytes, 0, bytes.length);
    return bytes;
  }
}
