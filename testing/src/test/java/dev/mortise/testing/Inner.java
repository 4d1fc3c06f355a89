package dev.mortise.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/** Runs tests within a test, which are disabled otherwise. */
final class Inner {
  private Inner() {}

  /** A run of all tests of a class, to be told more. */
  static EngineTestKit.Builder of(Class<?> type) {
    return run(DiscoverySelectors.selectClass(type));
  }

  private static EngineTestKit.Builder run(DiscoverySelector selector) {
    return EngineTestKit.engine("junit-jupiter")
        .configurationParameter("junit.jupiter.conditions.deactivate", "*DisabledCondition")
        .selectors(selector);
  }

  /** Fails unless so many tests of a class succeed and none fails. */
  static void assertSuccess(EngineTestKit.Builder tests, int count) {
    Events events = tests.execute().testEvents();
    assertThat(events.failed().list()).isEmpty();
    assertThat(events.succeeded().count()).isEqualTo(count);
  }

  /** The message of the one test that must fail. */
  static String failure(Class<?> type, String method) {
    var found =
        Arrays.stream(type.getDeclaredMethods())
            .filter(known -> known.getName().equals(method))
            .findFirst()
            .orElseThrow();
    var failures =
        run(DiscoverySelectors.selectMethod(type, found)).execute().testEvents().failed().list();
    assertThat(failures).as("failures of " + method).hasSize(1);
    return failures
        .get(0)
        .getRequiredPayload(TestExecutionResult.class)
        .getThrowable()
        .orElseThrow()
        .getMessage();
  }
}
