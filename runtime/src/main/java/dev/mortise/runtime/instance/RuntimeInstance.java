package dev.mortise.runtime.instance;

import dev.mortise.runtime.error.Diagnostic;
import dev.mortise.runtime.error.TrapException;
import dev.mortise.runtime.type.ResourceType;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The state of a component instance (CanonicalABI.md, "Component Instances"). */
public final class RuntimeInstance {
  private final Store store;
  private final @Nullable RuntimeInstance parent;
  private final String name;
  private final ResourceView resources;
  private @Nullable HandleTable handles;
  boolean mayEnter = true;
  private boolean mayLeave = true;
  private @Nullable Poison poison;
  private boolean closed;
  private int backpressure;
  private long calls;
  private final Task outermost = new Task(null);

  /** The innermost of the calls that are nested in the outermost, or null. */
  private @Nullable Task nested;

  private @Nullable EntryPath fromHost;
  private @Nullable EntryPath fromComponent;

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
    return nested == null ? outermost : nested;
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
    boolean before = forbidLeaving();
    try {
      return body.get();
    } finally {
      allowLeaving(before);
    }
  }

  /** Lets the instance not call out; gives whether it might. */
  boolean forbidLeaving() {
    boolean before = mayLeave;
    mayLeave = false;
    return before;
  }

  /** Lets it call out again if it might before. */
  void allowLeaving(boolean before) {
    mayLeave = before;
  }

  /**
   * Runs a call in the instance, as {@link #enter}, {@link #poison} and {@link #exit} do.
   *
   * @param caller the instance that calls, or null for the host
   */
  <T> T run(@Nullable RuntimeInstance caller, Supplier<T> body) {
    EntryPath path = path(caller);
    Task entered = enter(path);
    try {
      return body.get();
    } catch (RuntimeException | Error e) {
      poison(e);
      throw e;
    } finally {
      exit(entered, path);
    }
  }

  /** The way from a caller, which is mostly the host or the one before. */
  EntryPath path(@Nullable RuntimeInstance caller) {
    EntryPath known = caller == null ? fromHost : fromComponent;
    if (known != null && known.caller == caller) {
      return known;
    }
    EntryPath path = EntryPath.of(caller, this);
    if (caller == null) {
      fromHost = path;
    } else {
      fromComponent = path;
    }
    return path;
  }

  /** The way from another component; a closed one where {@link #checkUnrelated} would trap. */
  EntryPath pathFromComponent(RuntimeInstance caller) {
    return isAround(caller) || caller.isAround(this)
        ? EntryPath.closed(caller, this)
        : path(caller);
  }

  /**
   * Begins a call in the instance, after a check that it may be entered.
   *
   * @param path the way by which the call comes
   * @return the call, which {@link #exit} must end
   */
  Task enter(EntryPath path) {
    store.acquire();
    try {
      return begin(path);
    } catch (RuntimeException | Error e) {
      store.release();
      throw e;
    }
  }

  /** Begins a call by a thread that has the right to run already; {@link #end} ends it. */
  Task begin(EntryPath path) {
    if (!mayEnter || !path.simple) {
      return beginWithCare(path);
    }
    mayEnter = false;
    calls++;
    return outermost;
  }

  private Task beginWithCare(EntryPath path) {
    if (closed) {
      throw Traps.closed(this);
    }
    if (path.isInside()) {
      return beginInside();
    }
    if (!path.mayEnter()) {
      throw poison == null ? Traps.cannotEnter(this) : poisoned(poison);
    }
    path.setMayEnter(false);
    calls++;
    // None runs in it: each would have said that none may enter.
    return outermost;
  }

  /** Begins a call from the instance itself, or from one inside it. */
  private Task beginInside() {
    if (poison != null) {
      throw poisoned(poison);
    }
    Task interrupted = nested;
    if (interrupted == null && !mayEnter) {
      interrupted = outermost;
    }
    Task inner = new Task(interrupted);
    nested = inner;
    return inner;
  }

  /** Notes that a call did not return: the instance is of no use any more. */
  void poison(Throwable cause) {
    // First of all, for the stack may be full.
    poison = new Poison(calls, Instant.now(), cause);
    if (cause instanceof TrapException trap) {
      trap.leave(toString());
    }
  }

  /** Lets nobody enter any more; a call that runs in it ends as ever. */
  void close() {
    closed = true;
    mayEnter = false;
  }

  /** Ends a call. */
  void exit(Task entered, EntryPath path) {
    end(entered, path);
    store.release();
  }

  /** Ends a call that {@link #begin} began. Nobody enters an instance again that a call broke. */
  void end(Task entered, EntryPath path) {
    entered.clear();
    if (path.simple) {
      mayEnter = poison == null && !closed;
      return;
    }
    if (path.isInside()) {
      nested = entered.outer == outermost ? null : entered.outer;
      return;
    }
    path.setMayEnter(true);
    mayEnter = poison == null && !closed;
  }

  private TrapException poisoned(Poison earlier) {
    Diagnostic diagnostic =
        Diagnostic.of("instance-poisoned", toString())
            .because(
                "cannot enter component instance: "
                    + earlier
                    + ", and what it left behind cannot be trusted: "
                    + earlier.cause().getMessage())
            .withHint("Make a new instance of the component");
    return new TrapException(diagnostic, earlier.cause());
  }

  /**
   * Checks that a component may call another at all: for now not one that it is part of, nor one
   * that is part of it, nor itself. (The suites ask for this trap "for now"; {@link EntryPath} is
   * the rule that will be left.)
   */
  void checkUnrelated(RuntimeInstance caller) {
    if (isAround(caller) || caller.isAround(this)) {
      throw Traps.cannotEnter(this);
    }
  }

  /** The instance that it is part of, or null. */
  @Nullable RuntimeInstance parent() {
    return parent;
  }

  /** Whether it is {@code other} itself or around it. */
  boolean isAround(@Nullable RuntimeInstance other) {
    for (RuntimeInstance i = other; i != null; i = i.parent) {
      if (i == this) {
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
