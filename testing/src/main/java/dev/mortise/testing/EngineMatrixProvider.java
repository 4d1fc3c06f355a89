package dev.mortise.testing;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;

/** One run of a test for each engine. */
final class EngineMatrixProvider implements TestTemplateInvocationContextProvider {
  @Override
  public boolean supportsTestTemplate(ExtensionContext context) {
    return context.getRequiredTestMethod().isAnnotationPresent(EngineMatrix.class);
  }

  @Override
  public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(
      ExtensionContext context) {
    EngineMatrix matrix = context.getRequiredTestMethod().getAnnotation(EngineMatrix.class);
    return Arrays.stream(matrix.value()).map(Run::new);
  }

  private record Run(Engine engine) implements TestTemplateInvocationContext {
    @Override
    public String getDisplayName(int invocationIndex) {
      return engine.name().toLowerCase(java.util.Locale.ROOT);
    }

    @Override
    public void prepareInvocation(ExtensionContext context) {
      ComponentExtension.store(context).put(Engine.class, engine);
    }
  }
}
