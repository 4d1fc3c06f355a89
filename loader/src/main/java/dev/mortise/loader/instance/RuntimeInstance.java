package dev.mortise.loader.instance;

import dev.mortise.loader.error.Diagnostic;
import dev.mortise.loader.error.TrapException;
import dev.mortise.loader.type.ResourceType;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The state of a component instance (CanonicalABI.md, "Component Instances"). */
final class RuntimeInstance {
  private final Store store;
  private final @Nullable RuntimeInstance parent;
  private final String name;
  private final ResourceView resources;
  private @Nullable HandleTable handles;
  private boolean mayEnter = true;
  private boolean mayLeave = true;
  private @Nullable Poison poison;
  private int backpressure;
  private long calls;
  private @Nullable Task task;

  RuntimeInstance(
      Store store, @Nullable RuntimeInstance parent, String name, ResourceView resources) {
    this.store = store;
    this.parent = parent;
    this.name = name;
    this.resources = resources;
  }

  Store store() {
    return store;
  }

  HandleTable handles() {
    HandleTable table = handles;
    if (table == null) {
      table = new HandleTable();
      handles = table;
    }
    return table;
  }

  /** The call that runs in it. */
  Task task() {
    Task running = task;
    if (running == null) {
      throw new AssertionError("no call runs in " + this);
    }
    return running;
  }

  /** How often it has asked that no call be begun that may wait. */
  int backpressure() {
    return backpressure;
  }

  /** Sets {@link #backpressure()}. */
  void backpressure(int count) {
    backpressure = count;
  }

  /** What a resource type in the component's types is. */
  RuntimeResource resource(ResourceType type) {
    return resources.resource(type);
  }

  /** Checks that the instance may call out. */
  void checkMayLeave() {
    if (!mayLeave) {
      throw Traps.cannotLeave(this);
    }
  }

  /** Runs something during which the instance may not call out. */
  <T> T withoutLeaving(Supplier<T> body) {
    boolean before = mayLeave;
    mayLeave = false;
    try {
      return body.get();
    } finally {
      mayLeave = before;
    }
  }

  /**
   * Runs a call in the instance, as {@link #enter}, {@link #poison} and {@link #exit} do.
   *
   * @param caller the instance that calls, or null for the host
   */
  <T> T run(@Nullable RuntimeInstance caller, Supplier<T> body) {
    Task entered = enter(caller);
    try {
      return body.get();
    } catch (RuntimeException | Error e) {
      poison(entered, e);
      throw e;
    } finally {
      exit(entered);
    }
  }

  /**
   * Begins a call in the instance, after a check that it may be entered.
   *
   * @param caller the instance that calls, or null for the host
   * @return the call, which {@link #exit} must end
   */
  Task enter(@Nullable RuntimeInstance caller) {
    store.acquire();
    try {
      checkPoison();
      if (!mayEnterFrom(caller)) {
        throw Traps.cannotEnter(this);
      }
      Task inner = new Task(task, caller, caller == this ? calls : ++calls);
      setMayEnter(caller, false);
      task = inner;
      return inner;
    } catch (RuntimeException | Error e) {
      store.release();
      throw e;
    }
  }

  /** Notes that a call did not return: the instance is of no use any more. */
  void poison(Task entered, Throwable cause) {
    // First of all, for the stack may be full.
    poison = new Poison(entered.number, Instant.now(), cause);
    if (cause instanceof TrapException trap) {
      trap.leave(toString());
    }
  }

  /** Ends a call. */
  void exit(Task entered) {
    task = entered.outer;
    setMayEnter(entered.caller, true);
    store.release();
  }

  private void checkPoison() {
    Poison earlier = poison;
    if (earlier == null) {
      return;
    }
    Diagnostic diagnostic =
        Diagnostic.of("instance-poisoned", toString())
            .because(
                "cannot enter component instance: "
                    + earlier
                    + ", and what it left behind cannot be trusted: "
                    + earlier.cause().getMessage())
            .withHint("Make a new instance of the component");
    throw new TrapException(diagnostic, earlier.cause());
  }

  /**
   * Checks that a component may call another at all: for now not one that it is part of, nor one
   * that is part of it, nor itself. (The suites ask for this trap "for now"; {@link #mayEnterFrom}
   * is the rule that will be left.)
   */
  void checkUnrelated(RuntimeInstance caller) {
    if (isAncestor(this, caller) || isAncestor(caller, this)) {
      throw Traps.cannotEnter(this);
    }
  }

  private boolean mayEnterFrom(@Nullable RuntimeInstance caller) {
    for (RuntimeInstance i = this; i != null && !isAncestor(i, caller); i = i.parent) {
      if (!i.mayEnter) {
        return false;
      }
    }
    return true;
  }

  private void setMayEnter(@Nullable RuntimeInstance caller, boolean value) {
    for (RuntimeInstance i = this; i != null && !isAncestor(i, caller); i = i.parent) {
      i.mayEnter = value;
    }
  }

  /** Whether {@code instance} is {@code of} itself or around it. */
  private static boolean isAncestor(RuntimeInstance instance, @Nullable RuntimeInstance of) {
    for (RuntimeInstance i = of; i != null; i = i.parent) {
      if (i == instance) {
        return true;
      }
    }
    return false;
  }

  @Override
  public String toString() {
    StringBuilder path = new StringBuilder();
    for (RuntimeInstance i = this; i != null && !i.name.isEmpty(); i = i.parent) {
      path.insert(0, path.isEmpty() ? i.name : i.name + " > ");
    }
    return path.isEmpty() ? "component instance" : "component instance " + path;
  }
}
