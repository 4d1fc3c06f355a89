package dev.mortise.testing;

import dev.mortise.classgen.Typed;
import dev.mortise.loader.Instance;
import dev.mortise.runtime.WitName;
import dev.mortise.testing.component.Subject;
import dev.mortise.testing.mock.MockFactory;
import dev.mortise.testing.record.Recorder;
import dev.mortise.testing.record.Replay;
import dev.mortise.testing.wasi.Wasi;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;

/** One test of a component: its mocks, and its instance, made when it is first asked for. */
final class Run implements ComponentUnderTest {
  private final Setup setup;
  private final Class<?> test;
  private final Session session;
  private final Map<Class<?>, Object> bound = new LinkedHashMap<>();
  private final Map<Parameter, Object> parameters = new HashMap<>();
  private final List<Recorder> recorders = new ArrayList<>();
  private final FakedWasi wasi = new FakedWasi();
  private List<Object> instances = List.of();
  private @Nullable Subject subject;
  private @Nullable Object world;
  private @Nullable Object declared;
  private @Nullable Instance instance;

  /** What stands in fields: where methods share an instance, each test has the same. */
  private final Map<Field, Object> made = new HashMap<>();

  Run(Setup setup, Class<?> test) {
    this.setup = setup;
    this.test = test;
    session = new Session(setup.lenient());
  }

  /** Supplies an object that no field of the test has. */
  void supply(Class<?> contract, Object object) {
    bound.put(contract, object);
  }

  /** Makes the mocks of a test that begins. */
  void begin(ExtensionContext context) {
    Sessions.begin(session);
    instances = context.getRequiredTestInstances().getAllInstances();
    instances.forEach(this::fill);
    instances.forEach(this::fakeWasi);
    context.getTestMethod().ifPresent(this::fill);
    instances.forEach(this::inject);
  }

  private void fill(Object instance) {
    for (Field field : fields(instance)) {
      MockImport mock = field.getAnnotation(MockImport.class);
      SpyImport spy = field.getAnnotation(SpyImport.class);
      ReplayImport replay = field.getAnnotation(ReplayImport.class);
      Object known = made.get(field);
      if (known == null && mock != null) {
        known = mock(field.getType(), field.getName(), mock.value());
      } else if (known == null && spy != null) {
        known = spy(field, get(field, instance), spy.record());
      } else if (known == null && replay != null) {
        known = replay(field.getType(), field.getName(), replay.value());
      }
      if (known != null) {
        made.put(field, known);
        set(field, instance, known);
      }
    }
  }

  private void fakeWasi(Object instance) {
    for (Field field : fields(instance)) {
      FakeWasi settings = field.getAnnotation(FakeWasi.class);
      if (settings != null) {
        Object present = get(field, instance);
        Wasi given = wasi.of(field, settings, field.getType(), present);
        if (present == null) {
          set(field, instance, given);
        }
      }
    }
  }

  /** The mocks of a test's parameters are made before its component, in whatever order they are. */
  private void fill(Method method) {
    for (Parameter parameter : method.getParameters()) {
      fill(parameter);
    }
  }

  private void fill(Parameter parameter) {
    MockImport mock = parameter.getAnnotation(MockImport.class);
    ReplayImport replay = parameter.getAnnotation(ReplayImport.class);
    if (mock != null) {
      parameters.put(parameter, mock(parameter.getType(), parameter.getName(), mock.value()));
    } else if (replay != null) {
      parameters.put(parameter, replay(parameter.getType(), parameter.getName(), replay.value()));
    } else if (parameter.isAnnotationPresent(FakeWasi.class)) {
      parameters.put(parameter, fakeWasi(parameter));
    }
  }

  private Wasi fakeWasi(Parameter parameter) {
    FakeWasi settings = parameter.getAnnotation(FakeWasi.class);
    return wasi.of(parameter, settings, parameter.getType(), null);
  }

  private Object mock(Class<?> type, String name, String wit) {
    if (type == ImportMock.class) {
      return session.mock(wit, name);
    }
    Object made = session.mock(type, name);
    bound.put(type, made);
    return made;
  }

  private <T> Object replay(Class<T> type, String name, String file) {
    T made = session.replay(type, name, new Replay(Path.of(file)));
    bound.put(type, made);
    return made;
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private Object spy(Field field, @Nullable Object real, String record) {
    if (real == null) {
      throw new IllegalStateException(
          "@SpyImport "
              + field.getName()
              + " of "
              + test.getSimpleName()
              + " is null: initialize it with what is real");
    }
    Object made = session.spy((Class) field.getType(), field.getName(), real);
    bound.put(field.getType(), made);
    if (!record.isEmpty()) {
      Recorder recorder = new Recorder(Path.of(record));
      recorders.add(recorder);
      MockFactory.stateOf(made).listener(recorder);
    }
    return made;
  }

  private void inject(Object instance) {
    for (Field field : fields(instance)) {
      if (field.isAnnotationPresent(InjectComponent.class)) {
        set(field, instance, value(field.getType()));
      }
    }
  }

  /** Whether a parameter is one of ours. */
  boolean isKnown(Parameter parameter) {
    Class<?> type = parameter.getType();
    return parameters.containsKey(parameter)
        || parameter.isAnnotationPresent(MockImport.class)
        || parameter.isAnnotationPresent(ReplayImport.class)
        || parameter.isAnnotationPresent(FakeWasi.class)
        || type == Instance.class
        || type == ComponentUnderTest.class
        || type == setup.world()
        || isExported(type);
  }

  Object resolve(Parameter parameter) {
    if (!parameters.containsKey(parameter)) {
      // One of a method that runs before the test.
      fill(parameter);
    }
    Object known = parameters.get(parameter);
    if (known == null && parameter.isAnnotationPresent(FakeWasi.class)) {
      return fakeWasi(parameter);
    }
    return known == null ? value(parameter.getType()) : known;
  }

  private Object value(Class<?> type) {
    if (type == ComponentUnderTest.class) {
      return this;
    }
    return type == Instance.class ? instance() : get(type);
  }

  private boolean isExported(Class<?> type) {
    if (!type.isInterface() || (setup.resource().isEmpty() && setup.file() == null)) {
      return type.isInterface() && accessor(setup.world(), type) != null;
    }
    Class<?> own = subject().typed().world();
    return type == own || accessor(own, type) != null;
  }

  private static @Nullable Method accessor(Class<?> world, Class<?> type) {
    for (Method method : world.getMethods()) {
      if (method.getReturnType() == type
          && method.getParameterCount() == 0
          && !Modifier.isStatic(method.getModifiers())
          && type.isAnnotationPresent(WitName.class)) {
        return method;
      }
    }
    return null;
  }

  private Subject subject() {
    Subject known = subject;
    if (known == null) {
      known = Sources.subject(setup, test);
      subject = known;
    }
    return known;
  }

  /** The instance, made with what the test has by now. */
  private void start() {
    if (world != null) {
      return;
    }
    Supply supply = new Supply();
    for (Object holder : instances.reversed()) {
      for (Field field : fields(holder)) {
        Object value = field.isAnnotationPresent(InjectComponent.class) ? null : get(field, holder);
        if (value != null && field.getType().isInterface()) {
          boolean unused = supply.add(field.getType(), value);
        }
      }
    }
    bound.forEach(supply::add);
    session.supply(supply);
    supply.add(wasi.get());
    if (setup.resource().isEmpty() && setup.file() == null) {
      wasi.requireUnused(setup.world());
      world = Prebuilt.instantiate(setup.world(), supply.all());
      declared = world;
      return;
    }
    Subject known = subject();
    session.contract(known.contract());
    Supply.Bound imports = supply.bind(known, session);
    Class<?> wanted = setup.world() == Void.class ? known.typed().world() : setup.world();
    Typed.Both<?> made = known.instantiate(wanted, imports.imports(), imports.kinds());
    world = made.world();
    declared = made.declared();
    instance = made.instance();
  }

  @Override
  public <T> T get(Class<T> type) {
    start();
    if (type.isInstance(world)) {
      return type.cast(world);
    }
    if (type.isInstance(declared)) {
      return type.cast(declared);
    }
    for (Class<?> implemented :
        java.util.Objects.requireNonNull(declared).getClass().getInterfaces()) {
      Method accessor = accessor(implemented, type);
      if (accessor != null) {
        try {
          return type.cast(accessor.invoke(declared));
        } catch (ReflectiveOperationException e) {
          throw new LinkageError(accessor.toString(), e);
        }
      }
    }
    throw new IllegalArgumentException(
        "the component exports nothing of "
            + type.getName()
            + ": it has "
            + (subject == null ? setup.world() : subject.typed().component().exports().keySet()));
  }

  @Override
  public Instance instance() {
    start();
    Instance known = instance;
    if (known == null) {
      throw new UnsupportedOperationException(
          "a component whose classes were made ahead of time has no calls by name");
    }
    return known;
  }

  @Override
  public Engine engine() {
    return setup.engine();
  }

  /**
   * Ends a test.
   *
   * @param failure what it failed with, if it did
   * @param last whether what is left undone counts: no other test uses the instance
   */
  void end(Optional<Throwable> failure, boolean last) {
    try {
      recorders.forEach(Recorder::write);
      if (world instanceof AutoCloseable closeable && last) {
        closeable.close();
      }
    } catch (Exception e) {
      throw new IllegalStateException(e);
    } finally {
      Sessions.end();
    }
    List<Error> errors =
        session.end(failure.isPresent() || !last, last && !setup.undroppedHandles());
    errors.removeIf(error -> failure.isPresent() && isIn(error, failure.get()));
    if (failure.isPresent()) {
      errors.forEach(failure.get()::addSuppressed);
    } else if (!errors.isEmpty()) {
      Error first = errors.get(0);
      errors.stream().skip(1).forEach(first::addSuppressed);
      throw first;
    }
  }

  private static boolean isIn(Throwable error, Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t == error) {
        return true;
      }
    }
    return false;
  }

  private static List<Field> fields(Object instance) {
    List<Field> fields = new ArrayList<>();
    for (Class<?> type = instance.getClass(); type != Object.class; type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers()) && !field.isSynthetic()) {
          fields.add(field);
        }
      }
    }
    return fields;
  }

  private static @Nullable Object get(Field field, Object instance) {
    try {
      return field.trySetAccessible() ? field.get(instance) : null;
    } catch (IllegalAccessException e) {
      throw new LinkageError(field.toString(), e);
    }
  }

  private static void set(Field field, Object instance, Object value) {
    try {
      field.setAccessible(true);
      field.set(instance, value);
    } catch (IllegalAccessException e) {
      throw new LinkageError(field.toString(), e);
    }
  }
}
