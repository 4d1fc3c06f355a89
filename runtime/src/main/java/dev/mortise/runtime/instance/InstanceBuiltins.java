package dev.mortise.runtime.instance;

import dev.mortise.runtime.abi.AbiContext;
import dev.mortise.runtime.engine.CoreFunction;
import dev.mortise.runtime.engine.CoreMemory;
import dev.mortise.runtime.instance.builtin.CallingInstance;
import dev.mortise.runtime.instance.builtin.CurrentTask;
import dev.mortise.runtime.instance.builtin.TableElement;
import dev.mortise.runtime.type.SameType;
import dev.mortise.runtime.type.ValType;
import org.jspecify.annotations.Nullable;

/** An instance as its built-ins see it. */
record InstanceBuiltins(RuntimeInstance instance) implements CallingInstance {
  @Override
  public void checkMayLeave() {
    instance.checkMayLeave();
  }

  @Override
  public int add(TableElement element) {
    return instance.handles().add(element);
  }

  @Override
  public <T extends TableElement> T get(int index, Class<T> type, String expected) {
    return instance.handles().get(index, type, expected);
  }

  @Override
  public <T extends TableElement> T remove(int index, Class<T> type, String expected) {
    return instance.handles().remove(index, type, expected);
  }

  @Override
  public CurrentTask task() {
    return instance.task();
  }

  @Override
  public int backpressure() {
    return instance.backpressure();
  }

  @Override
  public void backpressure(int count) {
    instance.backpressure(count);
  }

  @Override
  public AbiContext context(@Nullable CoreMemory memory, @Nullable CoreFunction realloc) {
    return new CallContext(instance, memory, realloc, null, null);
  }

  @Override
  public boolean sameType(@Nullable ValType left, @Nullable ValType right) {
    return SameType.test(
        left, right, (one, other) -> instance.resource(one) == instance.resource(other));
  }
}
