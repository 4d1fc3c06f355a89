package dev.mortise.loader.instance;

import dev.mortise.loader.abi.AbiContext;
import dev.mortise.loader.engine.CoreFunction;
import dev.mortise.loader.engine.CoreMemory;
import dev.mortise.loader.instance.builtin.CallingInstance;
import dev.mortise.loader.instance.builtin.CurrentTask;
import dev.mortise.loader.instance.builtin.TableElement;
import dev.mortise.loader.type.SameType;
import dev.mortise.loader.type.ValType;
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
