package dev.mortise.testing.mock;

import dev.mortise.runtime.error.OwnFrames;
import java.lang.StackWalker.StackFrame;
import org.jspecify.annotations.Nullable;

/** Looks up the stack: who calls a mock, and where the test stands. */
final class Places {
  private static final StackWalker WALKER = StackWalker.getInstance();

  private Places() {}

  /** Whether the code that calls the mock is a component's, rather than the test's. */
  static boolean isCalledByAComponent() {
    return WALKER.walk(
        frames ->
            frames
                .map(StackFrame::getClassName)
                .filter(name -> !isPassing(name))
                .findFirst()
                .filter(OwnFrames::has)
                .isPresent());
  }

  /** The line of the test that is running, or null. */
  static @Nullable StackTraceElement ofTheTest() {
    return WALKER.walk(
        frames ->
            frames
                .filter(frame -> !isPassing(frame.getClassName()))
                .findFirst()
                .map(StackFrame::toStackTraceElement)
                .orElse(null));
  }

  /** Our own classes, the mocks', and those of the JDK between them. */
  private static boolean isPassing(String name) {
    return name.startsWith("dev.mortise.testing.mock.")
        || name.equals("dev.mortise.testing.Mocking")
        || name.equals("dev.mortise.testing.ImportMock")
        || name.startsWith("dev.mortise.testing.ImportMock$")
        || name.contains(MockFactory.SUFFIX)
        || name.startsWith("java.")
        || name.startsWith("jdk.");
  }
}
