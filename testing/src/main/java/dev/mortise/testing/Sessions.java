package dev.mortise.testing;

import org.jspecify.annotations.Nullable;

/** Which test runs on which thread. */
final class Sessions {
  private static final InheritableThreadLocal<@Nullable Session> CURRENT =
      new InheritableThreadLocal<>();

  private Sessions() {}

  /** The one of this thread; outside of a test one whose end nobody checks. */
  static Session current() {
    Session current = CURRENT.get();
    return current == null ? new Session(false) : current;
  }

  static void begin(Session session) {
    CURRENT.set(session);
    session.handles().watch();
  }

  static void end() {
    CURRENT.remove();
    dev.mortise.testing.component.OpenHandles.stop();
  }
}
