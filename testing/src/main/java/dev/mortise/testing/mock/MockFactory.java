package dev.mortise.testing.mock;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Objects;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.NamingStrategy;
import net.bytebuddy.TypeCache;
import net.bytebuddy.description.modifier.Visibility;
import net.bytebuddy.dynamic.loading.ClassLoadingStrategy;
import net.bytebuddy.dynamic.loading.MultipleParentClassLoader;
import net.bytebuddy.implementation.InvocationHandlerAdapter;
import net.bytebuddy.matcher.ElementMatchers;
import org.jspecify.annotations.Nullable;

/** Makes the classes of mocks: one for each interface, for any number of objects. */
public final class MockFactory {
  /** What stands in the names of mocks' classes. */
  static final String SUFFIX = "$MortiseMock";

  private static final String FIELD = "mortiseHandler";
  private static final TypeCache<Class<?>> CLASSES = new TypeCache<>(TypeCache.Sort.WEAK);

  private MockFactory() {}

  /** What every mock is. */
  public interface MockObject {
    /** What the mock knows; no function of WIT is called like that. */
    MockState $mock();
  }

  /** Finds the operation that a method is. */
  @FunctionalInterface
  public interface Operations {
    /** The operation. */
    Operation of(Method method);
  }

  /**
   * Makes a mock of an interface.
   *
   * @param contract a public interface
   */
  public static <T> T make(Class<T> contract, MockState state, Operations operations) {
    if (!contract.isInterface()) {
      throw new MockUseError(
          contract.getName() + " is no interface: mocks are of interfaces generated from WIT");
    }
    Class<?> mocked =
        CLASSES.findOrInsert(
            contract.getClassLoader(), contract, () -> generate(contract), CLASSES);
    try {
      Object mock = mocked.getConstructor().newInstance();
      mocked.getField(FIELD).set(mock, new Handler(state, operations));
      return contract.cast(mock);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("a mock of " + contract.getName(), e);
    }
  }

  private static Class<?> generate(Class<?> contract) {
    return new ByteBuddy()
        .with(
            new NamingStrategy.AbstractBase() {
              @Override
              protected String name(net.bytebuddy.description.type.TypeDescription superClass) {
                return "dev.mortise.mocks." + contract.getSimpleName() + SUFFIX;
              }
            })
        .subclass(Object.class)
        .implement(contract, MockObject.class)
        .defineField(FIELD, InvocationHandler.class, Visibility.PUBLIC)
        .method(
            ElementMatchers.isVirtual()
                .and(ElementMatchers.not(ElementMatchers.isFinalizer()))
                .and(ElementMatchers.not(ElementMatchers.named("clone"))))
        .intercept(InvocationHandlerAdapter.toField(FIELD))
        .make()
        .load(
            new MultipleParentClassLoader.Builder()
                .append(List.of(contract.getClassLoader(), MockObject.class.getClassLoader()))
                .build(),
            ClassLoadingStrategy.Default.WRAPPER)
        .getLoaded();
  }

  /** What a mock knows. */
  public static MockState stateOf(@Nullable Object mock) {
    if (mock instanceof MockObject known) {
      return known.$mock();
    }
    throw new MockUseError(
        (mock == null ? "null" : "an object of " + mock.getClass().getName())
            + " is no mock of this library: use @MockImport or mock(…)");
  }

  private record Handler(MockState state, Operations operations) implements InvocationHandler {
    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object[] arguments)
        throws Throwable {
      @Nullable Object[] given = arguments == null ? new Object[0] : arguments;
      if (method.getDeclaringClass() == Object.class) {
        return switch (method.getName()) {
          case "equals" -> proxy == given[0];
          case "hashCode" -> System.identityHashCode(proxy);
          default -> state.name();
        };
      }
      if (method.getDeclaringClass() == MockObject.class) {
        return state;
      }
      return state.call(Objects.requireNonNull(operations.of(method)), given);
    }
  }
}
