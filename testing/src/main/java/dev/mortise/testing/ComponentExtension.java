package dev.mortise.testing;

import dev.mortise.testing.ContractTestProvider.FakeObject;
import java.lang.reflect.Parameter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests their components. {@link ComponentTest} registers it; a test that has more to say
 * builds one:
 *
 * {@snippet :
 * @RegisterExtension
 * static final ComponentExtension SHOP =
 *     ComponentExtension.of(Path.of("target/shop.wasm")).bind(Payments.class, new FakePayments()).build();
 * }
 */
public final class ComponentExtension
    implements BeforeEachCallback, AfterEachCallback, AfterAllCallback, ParameterResolver {
  private static final Namespace NAMESPACE = Namespace.create(ComponentExtension.class);

  private final @Nullable Setup setup;
  private final List<Bound> bound;

  /**
   * An object for an import of every test.
   *
   * @param contract the interface that was generated for the import
   */
  private record Bound(Class<?> contract, Object object) {}

  /** For {@link ComponentTest}. */
  ComponentExtension() {
    this(null, List.of());
  }

  private ComponentExtension(@Nullable Setup setup, List<Bound> bound) {
    this.setup = setup;
    this.bound = bound;
  }

  /** An extension for a component of a file. */
  public static Builder of(Path file) {
    return new Builder(file);
  }

  /** What an extension does. */
  public static final class Builder {
    private final Path file;
    private final List<Bound> bound = new java.util.ArrayList<>();
    private Class<?> world = Void.class;
    private boolean lenient;
    private boolean undroppedHandles;
    private boolean shared;
    private Engine engine = Engine.GENERATED;

    private Builder(Path file) {
      this.file = file;
    }

    /** Supplies an object for an import to all tests; a field of the test goes before it. */
    public <T> Builder bind(Class<T> contract, T object) {
      bound.add(new Bound(contract, object));
      return this;
    }

    /** {@link ComponentTest#world}. */
    public Builder world(Class<?> type) {
      world = type;
      return this;
    }

    /** {@link ComponentTest#lenient}. */
    public Builder lenient() {
      lenient = true;
      return this;
    }

    /** {@link ComponentTest#undroppedHandles}. */
    public Builder undroppedHandles() {
      undroppedHandles = true;
      return this;
    }

    /** {@link ComponentTest#shared}. */
    public Builder shared() {
      shared = true;
      return this;
    }

    /** {@link ComponentTest#engine}. */
    public Builder engine(Engine other) {
      engine = other;
      return this;
    }

    /** The extension. */
    public ComponentExtension build() {
      return new ComponentExtension(
          new Setup("", file, world, lenient, undroppedHandles, shared, engine),
          List.copyOf(bound));
    }
  }

  static Store store(ExtensionContext context) {
    return context.getStore(NAMESPACE);
  }

  private Setup setup(ExtensionContext context) {
    Setup known = setup;
    if (known == null) {
      known = Setup.of(annotation(context.getRequiredTestClass()));
    }
    Engine engine = store(context).get(Engine.class, Engine.class);
    return engine == null ? known : known.with(engine);
  }

  /** Of a nested class, the annotation may be at the one around it. */
  private static ComponentTest annotation(Class<?> test) {
    for (Class<?> type = test; type != null; type = type.getEnclosingClass()) {
      ComponentTest found = type.getAnnotation(ComponentTest.class);
      if (found != null) {
        return found;
      }
    }
    throw new IllegalStateException(
        test.getName() + " has no @ComponentTest: use it, or ComponentExtension.of(file)");
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    Setup own = setup(context);
    Store store = own.shared() ? store(context.getParent().orElseThrow()) : store(context);
    Run run = store.getOrComputeIfAbsent(Run.class, type -> newRun(own, context), Run.class);
    if (own.shared() && store != store(context)) {
      store(context).put(Run.class, run);
    }
    run.begin(context);
  }

  private Run newRun(Setup own, ExtensionContext context) {
    Run run = new Run(own, context.getRequiredTestClass());
    bound.forEach(item -> run.supply(item.contract, item.object));
    return run;
  }

  @Override
  public void afterEach(ExtensionContext context) {
    Run run = store(context).get(Run.class, Run.class);
    if (run != null) {
      run.end(context.getExecutionException(), !setup(context).shared());
    }
  }

  @Override
  public void afterAll(ExtensionContext context) {
    Run run = store(context).get(Run.class, Run.class);
    if (run != null) {
      run.end(Optional.empty(), true);
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Run run = store(context).get(Run.class, Run.class);
    return run != null
        && (fake(parameter.getParameter(), context) != null
            || run.isKnown(parameter.getParameter()));
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Object fake = fake(parameter.getParameter(), context);
    return fake != null
        ? fake
        : store(context).get(Run.class, Run.class).resolve(parameter.getParameter());
  }

  private static @Nullable Object fake(Parameter parameter, ExtensionContext context) {
    FakeObject fake = store(context).get(ContractTest.class, FakeObject.class);
    return fake != null && parameter.getType().isInstance(fake.object()) ? fake.object() : null;
  }
}
