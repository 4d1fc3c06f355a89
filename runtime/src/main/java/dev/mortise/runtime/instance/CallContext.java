package dev.mortise.runtime.instance;

import dev.mortise.runtime.abi.AbiContext;
import dev.mortise.runtime.abi.StringSource;
import dev.mortise.runtime.abi.layout.StringEncoding;
import dev.mortise.runtime.engine.CoreFunction;
import dev.mortise.runtime.engine.CoreMemory;
import dev.mortise.runtime.error.CallException;
import dev.mortise.runtime.error.Diagnostic;
import dev.mortise.runtime.error.UnsupportedComponentException;
import dev.mortise.runtime.instance.builtin.CopyEnd;
import dev.mortise.runtime.type.FutureType;
import dev.mortise.runtime.type.ResourceType;
import dev.mortise.runtime.type.StreamType;
import dev.mortise.runtime.value.ComponentValue;
import dev.mortise.runtime.value.ComponentValue.ResourceValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What lifting and lowering know of one call (CanonicalABI.md, "Lifting and Lowering Context"): the
 * instance, its memory and allocator, and the handles that are lent until the call returns.
 */
final class CallContext implements AbiContext {
  private final RuntimeInstance instance;
  private final @Nullable CoreMemory memory;
  private final @Nullable CoreFunction realloc;
  private final @Nullable RuntimeCaller caller;
  private final @Nullable StringEncoding source;
  private @Nullable List<Lender> lenders;
  private @Nullable List<ResourceHandle> borrowed;

  /**
   * The context of a call.
   *
   * @param caller the component that calls, or null for the host
   * @param source how strings lay that are lowered here, or null for Java's, when the other side is
   *     the host
   */
  CallContext(
      RuntimeInstance instance,
      @Nullable CoreMemory memory,
      @Nullable CoreFunction realloc,
      @Nullable RuntimeCaller caller,
      @Nullable StringEncoding source) {
    this.instance = instance;
    this.caller = caller;
    this.source = source;
    this.memory = memory;
    this.realloc = realloc;
  }

  @Override
  public CoreMemory memory() {
    if (memory == null) {
      throw new AssertionError("validated before: no memory");
    }
    return memory;
  }

  @Override
  public long realloc(long oldAddress, long oldByteLength, int alignmentBytes, long newByteLength) {
    CoreFunction function = realloc;
    if (function == null) {
      throw new AssertionError("validated before: no realloc");
    }
    // It is a call of its own, with a thread of its own.
    Task task = instance.task();
    long @Nullable [] storage = task.swapStorage(null);
    try {
      return instance.withoutLeaving(
          () -> function.call(oldAddress, oldByteLength, alignmentBytes, newByteLength)[0]);
    } finally {
      long @Nullable [] unused = task.swapStorage(storage);
    }
  }

  @Override
  public StringSource stringSource(StringEncoding target, String string) {
    return source == null || caller == null
        ? StringSource.ofHost(target)
        : caller.source(string, source);
  }

  @Override
  public void liftedTagged(String string) {
    if (caller != null) {
      caller.liftedTagged(string);
    }
  }

  @Override
  public ComponentValue liftOwn(ResourceType type, int index) {
    RuntimeResource resource = instance.resource(type);
    HandleTable.Entry entry = instance.handles().get(index, resource);
    if (!entry.own) {
      throw Traps.notOwned(index);
    }
    HandleTable.Entry removed = instance.handles().remove(index, resource);
    return new ResourceValue(
        type,
        source == null
            ? instance.store().hostHandle(resource, removed.rep)
            : ResourceHandle.own(resource, removed.rep));
  }

  @Override
  public ComponentValue liftBorrow(ResourceType type, int index) {
    RuntimeResource resource = instance.resource(type);
    HandleTable.Entry entry = instance.handles().get(index, resource);
    lend(entry);
    ResourceHandle handle = ResourceHandle.borrow(resource, entry.rep);
    if (borrowed == null) {
      borrowed = new ArrayList<>();
    }
    borrowed.add(handle);
    return new ResourceValue(type, handle);
  }

  @Override
  public ComponentValue liftStream(StreamType type, int index) {
    throw passed(CopyEnd.lift(index, false, type.element(), new InstanceBuiltins(instance)));
  }

  @Override
  public ComponentValue liftFuture(FutureType type, int index) {
    throw passed(CopyEnd.lift(index, true, type.element(), new InstanceBuiltins(instance)));
  }

  private static UnsupportedComponentException passed(CopyEnd end) {
    return new UnsupportedComponentException(
        Diagnostic.of("not-supported-yet", end.describe())
            .because("not supported yet: streams and futures as values"));
  }

  @Override
  public int lowerOwn(ResourceType type, ComponentValue value) {
    RuntimeResource resource = instance.resource(type);
    Object rep = handle(resource, value).take();
    return instance.handles().add(new HandleTable.Entry(resource, rep, true, null));
  }

  @Override
  public int lowerBorrow(ResourceType type, ComponentValue value) {
    RuntimeResource resource = instance.resource(type);
    ResourceHandle handle = handle(resource, value);
    Object rep = handle.rep();
    lend(handle);
    if (resource.definer() == instance) {
      return ((Number) rep).intValue();
    }
    Task task = instance.task();
    task.addBorrow();
    return instance.handles().add(new HandleTable.Entry(resource, rep, false, task));
  }

  static ResourceHandle handle(RuntimeResource expected, ComponentValue value) {
    if (value instanceof ResourceValue resource
        && resource.handle() instanceof ResourceHandle handle) {
      if (handle.resource() == expected) {
        return handle;
      }
      throw new CallException(
          Diagnostic.of("mismatched-resource", "handle")
              .expecting(
                  "a handle to the resource type " + expected, "a handle to another, " + handle)
              .because("mismatched resource types"));
    }
    throw new CallException(
        Diagnostic.of("mismatched-resource", "handle")
            .expecting("a handle to " + expected, String.valueOf(value)));
  }

  private void lend(Lender lender) {
    lender.lend();
    if (lenders == null) {
      lenders = new ArrayList<>();
    }
    lenders.add(lender);
  }

  /** Ends the call: what was lent comes back, and borrows that the host got are over. */
  void finish() {
    if (lenders != null) {
      lenders.forEach(Lender::giveBack);
      lenders = null;
    }
    if (borrowed != null) {
      borrowed.forEach(ResourceHandle::endBorrow);
      borrowed = null;
    }
  }
}
