package dev.mortise.testing;

import java.lang.reflect.Constructor;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;

/** A run with the component, and one with its fake. */
final class ContractTestProvider implements TestTemplateInvocationContextProvider {
  @Override
  public boolean supportsTestTemplate(ExtensionContext context) {
    return context.getRequiredTestMethod().isAnnotationPresent(ContractTest.class);
  }

  @Override
  public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(
      ExtensionContext context) {
    Class<?> fake = context.getRequiredTestMethod().getAnnotation(ContractTest.class).fake();
    return Stream.of(new Component(), new Fake(fake));
  }

  private record Component() implements TestTemplateInvocationContext {
    @Override
    public String getDisplayName(int invocationIndex) {
      return "component";
    }
  }

  private record Fake(Class<?> type) implements TestTemplateInvocationContext {
    @Override
    public String getDisplayName(int invocationIndex) {
      return "fake " + type.getSimpleName();
    }

    @Override
    public List<Extension> getAdditionalExtensions() {
      return List.of();
    }

    @Override
    public void prepareInvocation(ExtensionContext context) {
      try {
        Constructor<?> constructor = type.getDeclaredConstructor();
        constructor.setAccessible(true);
        ComponentExtension.store(context)
            .put(ContractTest.class, new FakeObject(constructor.newInstance()));
      } catch (ReflectiveOperationException e) {
        throw new IllegalArgumentException(
            type.getName() + " has no constructor without parameters that can be called", e);
      }
    }
  }

  /**
   * The fake of one run.
   *
   * @param object an object of its class
   */
  record FakeObject(Object object) {}
}
