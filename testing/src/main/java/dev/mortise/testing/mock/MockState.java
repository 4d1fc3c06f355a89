package dev.mortise.testing.mock;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What a mock knows: its stubs and its calls. For use by any thread. */
public final class MockState {
  private final String name;
  private final @Nullable Answer<?> real;
  private final List<Stub> stubs = new ArrayList<>();
  private final List<Call> calls = new ArrayList<>();
  private final Set<Call> verified = Collections.newSetFromMap(new IdentityHashMap<>());
  private boolean lenient;
  private int owned;
  private Consumer<UnexpectedCallError> onUnexpected = error -> {};
  private @Nullable CallListener listener;

  /**
   * A mock.
   *
   * @param name what messages and lines to paste call it
   * @param real what a spy is made of, or null
   */
  public MockState(String name, @Nullable Answer<?> real) {
    this.name = name;
    this.real = real;
  }

  /** What messages call it. */
  public String name() {
    return name;
  }

  /** Answers calls without a stub with zero, nothing, empty lists and {@code ok}. */
  public void lenient(boolean value) {
    lenient = value;
  }

  /** Who is told of calls that nobody expected, beside the caller. */
  public void onUnexpected(Consumer<UnexpectedCallError> told) {
    onUnexpected = told;
  }

  /** Who is told of each call and what it came to. */
  public void listener(CallListener told) {
    listener = told;
  }

  /** Hears of calls of a spy. */
  public interface CallListener {
    /** The call returned. */
    void returned(Call call, @Nullable Object result);

    /** The call threw. */
    void threw(Call call, Throwable thrown);
  }

  synchronized List<Call> calls() {
    return List.copyOf(calls);
  }

  synchronized void verified(Call call) {
    verified.add(call);
  }

  /**
   * How many handles to this mock of a resource the component owns: those that it was given and has
   * neither dropped nor passed back.
   */
  public synchronized int owned() {
    return owned;
  }

  private synchronized void owned(int more) {
    owned += more;
  }

  /** The stubs that no call has asked for. */
  public synchronized List<String> unusedStubs() {
    return stubs.stream().filter(stub -> !stub.isUsed()).map(Stub::toString).toList();
  }

  /** The calls that nothing has verified. */
  synchronized List<Call> unverified() {
    return calls.stream().filter(call -> !verified.contains(call)).toList();
  }

  void requireReal() {
    if (real == null) {
      throw new MockUseError(name + " is a mock, and has nothing real to call: make a spy");
    }
  }

  @Nullable Object callReal(Call call) throws Throwable {
    Answer<?> known = real;
    if (known == null) {
      throw new IllegalStateException(name);
    }
    return known.answer(call);
  }

  /** A stub for the calls of a pattern; it goes before those that were made before it. */
  synchronized Stubbing<Object> stub(Pattern pattern) {
    Stub stub = new Stub(pattern, Places.ofTheTest());
    stubs.add(stub);
    return new Stubbing<>(stub);
  }

  /**
   * A call.
   *
   * @param arguments its arguments, as the operation takes them
   * @return what it answers; to the test that writes a call, the default
   * @throws Throwable what it answers with
   */
  public @Nullable Object call(Operation operation, @Nullable Object[] arguments) throws Throwable {
    Call call = new Call(this, operation, arguments);
    if (!Places.isCalledByAComponent()) {
      return written(call);
    }
    return answer(call);
  }

  private @Nullable Object written(Call call) throws Throwable {
    Progress progress = Progress.current();
    Verification verification = progress.takeVerification();
    boolean literal = progress.isWithoutMatchers();
    Pattern pattern = progress.written(call);
    if (verification != null) {
      progress.takeWritten();
      if (verification.mock() != this) {
        throw new MockUseError(
            "verify(" + verification.mock().name() + ") was followed by a call of " + name);
      }
      verification.check(pattern);
    } else if (real != null && literal) {
      return callReal(call);
    }
    return call.operation().defaultResult();
  }

  /** Answers a call of a component. */
  @Nullable Object answer(Call call) throws Throwable {
    Stub stub;
    synchronized (this) {
      calls.add(call);
      stub = find(call);
    }
    takeBack(call);
    CallListener told = listener;
    try {
      Object result = answer(call, stub);
      if (result instanceof MockFactory.MockObject given) {
        given.$mock().owned(1);
      }
      if (told != null) {
        told.returned(call, result);
      }
      return result;
    } catch (Throwable e) {
      if (told != null) {
        told.threw(call, e);
      }
      throw e;
    }
  }

  /** The resources that the component gives up by a call. */
  private void takeBack(Call call) {
    if (call.operation().isDrop()) {
      owned(-1);
    }
    for (int i = 0; i < call.arguments().size(); i++) {
      if (call.arguments().get(i) instanceof MockFactory.MockObject given
          && call.operation().takesOver(i)) {
        given.$mock().owned(-1);
      }
    }
  }

  private @Nullable Object answer(Call call, @Nullable Stub stub) throws Throwable {
    Answer<?> answer = stub == null ? null : stub.next();
    if (answer != null) {
      return answer.answer(call);
    }
    if (stub == null && real != null) {
      return real.answer(call);
    }
    if (stub != null || lenient || call.operation().isDrop()) {
      return call.operation().defaultResult();
    }
    UnexpectedCallError error = new UnexpectedCallError(Unexpected.message(this, call));
    onUnexpected.accept(error);
    throw error;
  }

  private @Nullable Stub find(Call call) {
    for (Stub stub : stubs.reversed()) {
      if (stub.answers(call)) {
        return stub;
      }
    }
    return null;
  }

  /** The stub of the same function that differs least from a call. */
  synchronized @Nullable Stub nearest(Call call) {
    Stub best = null;
    for (Stub stub : stubs) {
      if (call.isOf(this, stub.pattern().operation())
          && (best == null
              || stub.pattern().differences(call) < best.pattern().differences(call))) {
        best = stub;
      }
    }
    return best;
  }
}
