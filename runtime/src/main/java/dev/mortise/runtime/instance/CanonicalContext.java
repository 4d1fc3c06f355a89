package dev.mortise.runtime.instance;

import dev.mortise.runtime.abi.AbiContext;
import dev.mortise.runtime.abi.Areas;
import dev.mortise.runtime.engine.Allocator;
import dev.mortise.runtime.engine.CoreFunction;
import dev.mortise.runtime.engine.CoreMemory;
import dev.mortise.runtime.error.CallException;
import dev.mortise.runtime.error.Diagnostic;
import dev.mortise.runtime.error.TrapException;
import dev.mortise.runtime.error.ValueException;
import dev.mortise.runtime.type.FuncType;
import dev.mortise.runtime.value.ComponentValue;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What generated code needs of the instance that a lifted or lowered function belongs to, and of
 * the function's canonical options (CanonicalABI.md, "Lifting and Lowering Context"). Its methods
 * are the steps of a call that generated code does not spell out.
 */
public final class CanonicalContext implements AbiContext {
  private final RuntimeInstance instance;
  private final @Nullable RuntimeResource[] resources;
  private final @Nullable CoreMemory memory;
  private final @Nullable Allocator allocator;
  private final @Nullable CoreFunction callee;
  private @Nullable Object owner;

  /** Memory of this instance is made ready for values: a fault there is its own. */
  private boolean lowering;

  private final EntryPath path;

  /** Whether calls come from an instance of another store: each takes the right to run in this. */
  private final boolean crossing;

  /**
   * A context.
   *
   * @param callee the core function that is lifted, or null for a lowered one
   */
  CanonicalContext(
      RuntimeInstance instance,
      @Nullable RuntimeResource[] resources,
      @Nullable CoreFunction callee,
      @Nullable CoreMemory memory,
      @Nullable CoreFunction realloc) {
    this.instance = instance;
    this.resources = resources;
    this.memory = memory;
    this.callee = callee;
    path = instance.path(null);
    crossing = false;
    allocator = realloc == null ? null : realloc.allocator();
  }

  private CanonicalContext(CanonicalContext other, EntryPath path, boolean crossing) {
    instance = other.instance;
    resources = other.resources;
    memory = other.memory;
    allocator = other.allocator;
    callee = other.callee;
    owner = other.owner;
    this.path = path;
    this.crossing = crossing;
  }

  /** The instance. */
  public RuntimeInstance instance() {
    return instance;
  }

  /** Lets nobody enter the instance any more. */
  public void close() {
    instance.close();
  }

  /** The object of generated code that belongs to the instance, if any. */
  public @Nullable Object owner() {
    return owner;
  }

  /** Makes the object of generated code known. */
  public void attach(Object generated) {
    owner = generated;
  }

  /** A resource type of the plan. */
  public RuntimeResource resource(int number) {
    return Objects.requireNonNull(resources[number]);
  }

  // Calls

  /** Begins a call from the host. */
  public Task enter() {
    return instance.enter(path);
  }

  /**
   * The same context for calls from one other component, which the host may have instantiated by
   * itself.
   */
  public CanonicalContext calledBy(CanonicalContext caller) {
    return caller.instance.store() == instance.store()
        ? new CanonicalContext(this, instance.pathFromComponent(caller.instance), false)
        : new CanonicalContext(this, instance.path(null), true);
  }

  /** Begins a call from the other component, in whose call it is. */
  public Task enterFrom() {
    return crossing ? instance.enter(path) : instance.begin(path);
  }

  /** Ends a call from another component that returned. */
  public void end(Task task) {
    if (crossing) {
      instance.exit(task, path);
    } else {
      instance.end(task, path);
    }
  }

  /** Ends a call that returned. */
  public void exit(Task task) {
    instance.exit(task, path);
  }

  /** Ends a call that did not return: the instance is of no use any more. */
  public RuntimeException fail(Task task, Throwable e) {
    try {
      return poison(e);
    } finally {
      instance.exit(task, path);
    }
  }

  private RuntimeException poison(Throwable e) {
    RuntimeException ours;
    try {
      ours = CallFailures.translate(Objects.requireNonNull(callee), e);
    } catch (Error error) {
      instance.poison(error);
      throw error;
    }
    instance.poison(ours);
    if (path.caller == null && !crossing && ours instanceof TrapException trap) {
      trap.publish();
    }
    return ours;
  }

  /**
   * Ends a call while its arguments were lowered: a value that does not fit leaves the instance as
   * it was, but for memory that it allocated.
   */
  public RuntimeException abandon(Task task, Throwable e) {
    RuntimeException refusal = CallFailures.refusal(e);
    if (refusal == null) {
      return fail(task, e);
    }
    task.clearBorrows();
    instance.exit(task, path);
    return refusal;
  }

  /**
   * Ends a call from another component whose arguments did not arrive: the fault is the caller's,
   * unless it is this instance that had no room for them.
   */
  public RuntimeException refuse(Task task, Throwable e) {
    task.clearBorrows();
    try {
      return lowering ? poison(e) : CallFailures.translate(Objects.requireNonNull(callee), e);
    } finally {
      end(task);
    }
  }

  /** Ends a call from another component that did not return, or whose caller had no room for it. */
  public RuntimeException failFor(CanonicalContext caller, Task task, Throwable e) {
    try {
      return caller.lowering
          ? CallFailures.translate(Objects.requireNonNull(callee), e)
          : poison(e);
    } finally {
      end(task);
    }
  }

  /** Checks that the instance may call out. */
  public void checkMayLeave() {
    instance.checkMayLeave();
  }

  /** Begins {@code post-return}, during which the instance may not call out. */
  public boolean forbidLeaving() {
    return instance.forbidLeaving();
  }

  /** Ends what {@link #forbidLeaving} began. */
  public void allowLeaving(boolean before) {
    instance.allowLeaving(before);
  }

  /** How much is lent: to be given to {@link #giveBack} when the call ends. */
  public int lent() {
    return instance.store().lending().mark();
  }

  /** Takes back what was lent since. */
  public void giveBack(int mark) {
    instance.store().lending().giveBack(mark);
  }

  // Memory

  @Override
  public CoreMemory memory() {
    return Objects.requireNonNull(memory);
  }

  /** The memory, or null where the function needs none. */
  public @Nullable CoreMemory memoryOrNull() {
    return memory;
  }

  @Override
  public long realloc(long oldAddress, long oldByteLength, int alignmentBytes, long newByteLength) {
    boolean before = instance.forbidLeaving();
    // It is a call of its own, with a thread of its own.
    Task task = instance.task();
    long @Nullable [] storage = task.swapStorage(null);
    try {
      return Objects.requireNonNull(allocator)
          .call((int) oldAddress, (int) oldByteLength, alignmentBytes, (int) newByteLength);
    } finally {
      long @Nullable [] unused = task.swapStorage(storage);
      instance.allowLeaving(before);
    }
  }

  /** Fresh memory for parameters or results, checked. */
  public int allocate(int alignmentBytes, int byteLength) {
    return (int) Areas.allocate(this, "parameters or results", alignmentBytes, byteLength);
  }

  @Override
  public void allocating(boolean begins) {
    lowering = begins;
  }

  /** Checks the memory that the instance gave for a result which another component passes it. */
  public void checkTarget(int address, int alignmentBytes, int byteLength) {
    lowering = true;
    checkArea(address, alignmentBytes, byteLength);
    lowering = false;
  }

  /** Checks parameters or results that spilled to memory. */
  public void checkArea(int address, int alignmentBytes, int byteLength) {
    Areas.check(this, Integer.toUnsignedLong(address), alignmentBytes, byteLength);
  }

  // Handles

  /** {@code lift_own}: a handle, or the host's object. */
  public Object takeOwn(RuntimeResource resource, int index) {
    HandleTable.Entry entry = instance.handles().get(index, resource);
    if (!entry.own) {
      throw Traps.notOwned(index);
    }
    Object rep = instance.handles().remove(index, resource).rep;
    return resource.isGuest() ? instance.store().hostHandle(resource, rep) : rep;
  }

  /** {@code lift_borrow}: a handle that ends with the call, or the host's object. */
  public Object lendBorrow(RuntimeResource resource, int index) {
    HandleTable.Entry entry = instance.handles().get(index, resource);
    Lending lending = instance.store().lending();
    lending.lend(entry);
    if (!resource.isGuest()) {
      return entry.rep;
    }
    ResourceHandle handle = ResourceHandle.borrow(resource, entry.rep);
    lending.endWithCall(handle);
    return handle;
  }

  /** {@code lower_own} of a handle, or of the host's object. */
  public int giveOwn(RuntimeResource resource, @Nullable Object value) {
    Object rep = resource.isGuest() ? handle(resource, value).take() : nonNull(resource, value);
    return instance.handles().add(new HandleTable.Entry(resource, rep, true, null));
  }

  /** {@code lower_borrow} of a handle, or of the host's object. */
  public int giveBorrow(RuntimeResource resource, @Nullable Object value) {
    Object rep;
    if (resource.isGuest()) {
      ResourceHandle handle = handle(resource, value);
      rep = handle.rep();
      instance.store().lending().lend(handle);
      if (resource.definer() == instance) {
        return ((Number) rep).intValue();
      }
    } else {
      rep = nonNull(resource, value);
    }
    Task task = instance.task();
    task.addBorrow();
    return instance.handles().add(new HandleTable.Entry(resource, rep, false, task));
  }

  /** {@code lift_own} and {@code lower_own} from another component's table to this one. */
  public int moveOwn(
      CanonicalContext from, RuntimeResource fromResource, RuntimeResource resource, int index) {
    HandleTable.Entry entry = from.instance.handles().get(index, fromResource);
    if (!entry.own) {
      throw Traps.notOwned(index);
    }
    Object rep = from.instance.handles().remove(index, fromResource).rep;
    return instance.handles().add(new HandleTable.Entry(resource, rep, true, null));
  }

  /** {@code lift_borrow} and {@code lower_borrow} from another component's table to this one. */
  public int moveBorrow(
      CanonicalContext from, RuntimeResource fromResource, RuntimeResource resource, int index) {
    HandleTable.Entry entry = from.instance.handles().get(index, fromResource);
    from.instance.store().lending().lend(entry);
    if (resource.definer() == instance) {
      return ((Number) entry.rep).intValue();
    }
    Task task = instance.task();
    task.addBorrow();
    return instance.handles().add(new HandleTable.Entry(resource, entry.rep, false, task));
  }

  /**
   * Checks the handles among the arguments of a call that comes from Java as values, before
   * anything happens.
   *
   * @param type the function's type as its component wrote it
   */
  public void checkHandles(List<ComponentValue> arguments, FuncType type) {
    if (HandleArguments.areIn(type)) {
      HandleArguments.check(arguments, type, instance);
    }
  }

  /**
   * Checks, before anything happens, handles that are passed on as {@code own}.
   *
   * @param own whether the handle at that place is passed on, rather than lent
   */
  public static void checkHandles(@Nullable Object[] values, boolean[] own) {
    for (int i = 0; i < values.length; i++) {
      if (!(values[i] instanceof GuestResource resource)) {
        continue;
      }
      if (own[i]) {
        resource.$handle().requireTakeable();
        for (int j = 0; j < values.length; j++) {
          if (j != i
              && values[j] instanceof GuestResource other
              && other.$handle() == resource.$handle()) {
            throw HandleArguments.passedTwice(resource.$handle());
          }
        }
      }
    }
  }

  private static ResourceHandle handle(RuntimeResource resource, @Nullable Object value) {
    ResourceHandle handle =
        switch (nonNull(resource, value)) {
          case GuestResource guest -> guest.$handle();
          case ResourceHandle own -> own;
          default -> null;
        };
    if (handle == null || handle.resource() != resource) {
      throw new CallException(
          Diagnostic.of("mismatched-resource", "handle")
              .expecting(
                  "a handle to the resource type " + resource + " of this instance",
                  handle == null ? "an object of " + value : "a handle to another, " + handle)
              .because("mismatched resource types"));
    }
    return handle;
  }

  private static Object nonNull(RuntimeResource resource, @Nullable Object value) {
    if (value == null) {
      throw new ValueException(
          Diagnostic.of("value-type", "handle").expecting("a handle to " + resource, "null"));
    }
    return value;
  }
}
