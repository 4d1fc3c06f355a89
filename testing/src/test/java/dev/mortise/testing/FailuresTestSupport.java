package dev.mortise.testing;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import org.junit.platform.testkit.engine.EngineTestKit;

/** Runs tests within a test. */
final class FailuresTestSupport {
  private FailuresTestSupport() {}

  /** How many tests of a class fail. */
  static long failures(Class<?> type) {
    var events =
        EngineTestKit.engine("junit-jupiter")
            .configurationParameter("junit.jupiter.conditions.deactivate", "*DisabledCondition")
            .selectors(selectClass(type))
            .execute()
            .testEvents();
    events.failed().stream().forEach(event -> System.out.println(event.getPayload()));
    return events.succeeded().count() == 0 ? -1 : events.failed().count();
  }
}
