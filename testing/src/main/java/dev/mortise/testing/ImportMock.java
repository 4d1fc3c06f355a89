package dev.mortise.testing;

import dev.mortise.loader.HostResource;
import dev.mortise.runtime.Imports;
import dev.mortise.runtime.error.ValueException;
import dev.mortise.runtime.link.HostFunction;
import dev.mortise.runtime.type.ExternType;
import dev.mortise.runtime.type.FuncType;
import dev.mortise.runtime.type.InstanceType;
import dev.mortise.runtime.value.ComponentValue;
import dev.mortise.runtime.value.ValueConverter;
import dev.mortise.testing.mock.Matcher;
import dev.mortise.testing.mock.MockState;
import dev.mortise.testing.mock.Say;
import dev.mortise.testing.mock.Stubbing;
import dev.mortise.testing.mock.ValuePattern;
import dev.mortise.testing.words.ValueOperation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A mock of an import that is known by its name in WIT, for tests without generated classes.
 * Arguments and results are plain Java objects, as {@link ValueConverter} takes them: records are
 * maps, enums strings.
 *
 * {@snippet :
 * ImportMock log = mock("docs:text/log@0.2.1");
 * log.on("log").withArgs("warn", any()).thenDoNothing();
 * log.verify("log").withArgs("warn", "empty").once();
 * }
 */
public final class ImportMock {
  private final String name;
  private final MockState state;
  private final Map<String, FuncType> types = new LinkedHashMap<>();
  private final Map<String, HostResource<Object>> resources = new LinkedHashMap<>();

  ImportMock(String name, String shown) {
    this.name = name;
    state = new MockState(shown, null);
  }

  /** The import's name in WIT. */
  public String name() {
    return name;
  }

  MockState state() {
    return state;
  }

  /** What is said of calls of one function. */
  public final class On {
    private final String function;
    private @Nullable List<Matcher> matchers;

    private On(String function) {
      this.function = function;
    }

    /** Only calls with these arguments: plain Java objects, or matchers. */
    public On withArgs(@Nullable Object... arguments) {
      matchers = matchers(function, arguments);
      return this;
    }

    /** What it answers: with {@code withArgs} those calls, else all. */
    private Stubbing<Object> stub() {
      return ValuePattern.stub(state, operation(function), matchers);
    }

    /** Returns a value. */
    public Stubbing<Object> thenReturn(Object value) {
      return stub().thenReturn(value);
    }

    /** Returns nothing. */
    public Stubbing<Object> thenDoNothing() {
      return stub().thenDoNothing();
    }

    /** Gives the {@code err} of the function's result. */
    public Stubbing<Object> thenErr(@Nullable Object payload) {
      return stub().thenErr(payload);
    }

    /** Traps. */
    public Stubbing<Object> thenTrap(String reason) {
      return stub().thenTrap(reason);
    }

    /** Computes what to answer; the arguments of the call are {@link ComponentValue}s. */
    public Stubbing<Object> thenAnswer(dev.mortise.testing.mock.Answer<?> answer) {
      return stub().thenAnswer(answer);
    }
  }

  /** What is checked of calls of one function. */
  public final class Calls {
    private final String function;
    private @Nullable List<Matcher> matchers;

    private Calls(String function) {
      this.function = function;
    }

    /** Only calls with these arguments: plain Java objects, or matchers. */
    public Calls withArgs(@Nullable Object... arguments) {
      matchers = matchers(function, arguments);
      return this;
    }

    /** There must have been one. */
    public void once() {
      times(1);
    }

    /** There must have been none. */
    public void never() {
      times(0);
    }

    /** There must have been so many. */
    public void times(int count) {
      ValuePattern.verify(state, operation(function), matchers, count);
    }
  }

  /** Says what a function answers. */
  public On on(String function) {
    return new On(function);
  }

  /** Checks how often a function was called. */
  public Calls verify(String function) {
    return new Calls(function);
  }

  /**
   * A handle to a resource of this import, to be returned to the component: an own one.
   *
   * @param resource the resource's name
   * @param object what stands for it in calls of its methods
   */
  public Object handle(String resource, Object object) {
    HostResource<Object> type = resources.get(resource);
    if (type == null) {
      throw new IllegalArgumentException(
          name + " has no resource `" + resource + "`; it has " + resources.keySet());
    }
    return type.own(object);
  }

  private ValueOperation operation(String function) {
    return new ValueOperation(name, function, () -> types.get(function));
  }

  private List<Matcher> matchers(String function, @Nullable Object[] arguments) {
    List<Matcher> written = Say.takeMatchers();
    List<Matcher> all = new ArrayList<>();
    int next = 0;
    for (int i = 0; i < arguments.length; i++) {
      // A matcher gives null, which no argument is.
      if (arguments[i] == null && next < written.size()) {
        all.add(written.get(next++));
      } else {
        all.add(equalTo(function, i, arguments[i]));
      }
    }
    return all;
  }

  private Matcher equalTo(String function, int index, @Nullable Object wanted) {
    return new Matcher(
        argument -> Objects.equals(argument, converted(function, index, wanted)), null, wanted);
  }

  private @Nullable Object converted(String function, int index, @Nullable Object wanted) {
    FuncType type = types.get(function);
    try {
      return type == null
          ? wanted
          : ValueConverter.convert(wanted, type.params().get(index).type());
    } catch (ValueException | IndexOutOfBoundsException e) {
      return wanted;
    }
  }

  /** Learns what the component imports under its name. */
  void attach(ExternType imported) {
    if (imported instanceof FuncType function) {
      types.put(name, function);
    } else if (imported instanceof InstanceType instance) {
      instance
          .exports()
          .forEach(
              (label, export) -> {
                if (export instanceof FuncType function) {
                  types.put(label, function);
                } else if (export instanceof ExternType.Type) {
                  resources.computeIfAbsent(label, l -> HostResource.of(Object.class));
                }
              });
    }
  }

  /** Supplies it to a component. */
  void bind(Imports.Builder imports, ExternType imported) {
    if (imported instanceof InstanceType instance) {
      imports.instance(
          name,
          exports ->
              instance
                  .exports()
                  .forEach(
                      (label, export) -> {
                        if (export instanceof FuncType) {
                          exports.func(label, function(label));
                        } else if (isResource(export)) {
                          exports.resource(label, Objects.requireNonNull(resources.get(label)));
                        }
                      }));
    } else {
      imports.func(name, function(name));
    }
  }

  /** Supplies the functions that belong to no interface. */
  void bindRoot(Imports.Builder imports, Map<String, ExternType> wanted) {
    wanted.forEach(
        (label, type) -> {
          if (type instanceof FuncType function) {
            types.put(label, function);
            imports.func(label, function(label));
          }
        });
  }

  private static boolean isResource(ExternType type) {
    // One that `use` brings is the other interface's to supply.
    return type instanceof ExternType.Type known
        && known.type() instanceof dev.mortise.runtime.type.ResourceType resource
        && resource.aliased() == null;
  }

  private HostFunction function(String label) {
    ValueOperation operation = operation(label);
    return arguments -> {
      try {
        return ValuePattern.call(state, operation, arguments.toArray());
      } catch (Exception | Error e) {
        throw e;
      } catch (Throwable e) {
        throw new IllegalStateException(e);
      }
    };
  }
}
