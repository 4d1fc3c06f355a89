package dev.mortise.testing;

import dev.mortise.testing.component.OpenHandles;
import dev.mortise.testing.mock.Answer;
import dev.mortise.testing.mock.MockFactory;
import dev.mortise.testing.mock.MockState;
import dev.mortise.testing.mock.Say;
import dev.mortise.testing.mock.UnexpectedCallError;
import dev.mortise.testing.record.Replay;
import dev.mortise.testing.words.Contract;
import dev.mortise.testing.words.TypedOperation;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The mocks of one test, and what is wrong when it ends. For use by any thread. */
final class Session {
  private final boolean lenient;
  private final List<MockState> mocks = new ArrayList<>();
  private final List<UnexpectedCallError> unexpected = new ArrayList<>();
  private final List<Replay> replays = new ArrayList<>();
  private final OpenHandles handles = new OpenHandles();
  private final List<ImportMock> named = new ArrayList<>();
  private final Map<Class<?>, Object> typed = new LinkedHashMap<>();
  private volatile @Nullable Contract contract;

  Session(boolean lenient) {
    this.lenient = lenient;
  }

  boolean isLenient() {
    return lenient;
  }

  OpenHandles handles() {
    return handles;
  }

  /** The component says what its functions are. */
  void contract(Contract known) {
    contract = known;
  }

  private synchronized MockState add(MockState state) {
    state.lenient(lenient);
    state.onUnexpected(this::unexpected);
    mocks.add(state);
    return state;
  }

  private synchronized void unexpected(UnexpectedCallError error) {
    unexpected.add(error);
  }

  <T> T mock(Class<T> type, String name) {
    T made = make(type, add(new MockState(name, null)));
    synchronized (this) {
      typed.putIfAbsent(type, made);
    }
    return made;
  }

  /** Supplies what the test has mocked, where nothing else is there for an import. */
  synchronized void supply(Supply supply) {
    named.forEach(supply::add);
    typed.forEach(supply::add);
  }

  /** A mock that answers as a recording says. */
  <T> T replay(Class<T> type, String name, Replay replay) {
    synchronized (this) {
      replays.add(replay);
    }
    return make(type, add(new MockState(name, replay)));
  }

  <T> T spy(Class<T> type, String name, T real) {
    return make(type, add(new MockState(name, calling(type, real))));
  }

  private <T> T make(Class<T> type, MockState state) {
    return MockFactory.make(type, state, method -> new TypedOperation(method, () -> contract));
  }

  private static <T> Answer<Object> calling(Class<T> type, T real) {
    return call -> {
      TypedOperation operation = TypedOperation.of(call);
      try {
        return operation.method().invoke(type.cast(real), call.arguments().toArray());
      } catch (InvocationTargetException e) {
        throw e.getCause();
      }
    };
  }

  ImportMock mock(String wit) {
    return mock(wit, "mock(\"" + wit + "\")");
  }

  ImportMock mock(String wit, String name) {
    ImportMock mock = new ImportMock(wit, name);
    add(mock.state());
    synchronized (this) {
      named.add(mock);
    }
    return mock;
  }

  /**
   * What is wrong besides what the test has found: calls that nobody expected, whatever became of
   * the error; of a test that has not failed otherwise also stubs that nothing used, and handles
   * that nobody has dropped.
   *
   * @param failed whether the test has failed otherwise
   * @param checksHandles whether handles must be dropped
   */
  synchronized List<Error> end(boolean failed, boolean checksHandles) {
    List<Error> errors = new ArrayList<>(unexpected);
    if (failed || !errors.isEmpty()) {
      return errors;
    }
    try {
      Say.requireNothingPending();
    } catch (AssertionError e) {
      errors.add(e);
    }
    if (!lenient) {
      unusedStubs(errors);
    }
    for (Replay replay : replays) {
      String left = replay.left();
      if (left != null) {
        errors.add(new AssertionError(left));
      }
    }
    if (checksHandles) {
      handles(errors);
    }
    return errors;
  }

  private void unusedStubs(List<Error> errors) {
    List<String> unused = mocks.stream().flatMap(mock -> mock.unusedStubs().stream()).toList();
    if (!unused.isEmpty()) {
      errors.add(
          new AssertionError(
              "Stubs that no call of the component has used:\n"
                  + lines(unused)
                  + "\nRemove them, or look why the component does not call; a lenient test"
                  + " (@ComponentTest(lenient = true)) does not check."));
    }
  }

  private void handles(List<Error> errors) {
    List<String> live = new ArrayList<>();
    handles.live().forEach(handle -> live.add("held by the test: " + handle));
    for (MockState mock : mocks) {
      if (mock.owned() > 0) {
        live.add("held by the component: " + mock.name());
      }
    }
    if (!live.isEmpty()) {
      errors.add(
          new AssertionError(
              "Handles to resources that nobody has dropped:\n"
                  + lines(live)
                  + "\nClose those of the test (try (var counter = …)); what the component keeps on"
                  + " purpose is allowed by @ComponentTest(undroppedHandles = true)."));
    }
  }

  private static String lines(List<String> all) {
    return all.stream().map(line -> "  " + line).collect(Collectors.joining("\n"));
  }
}
