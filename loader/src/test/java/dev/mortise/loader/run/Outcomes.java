package dev.mortise.loader.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mortise.loader.Instance;
import dev.mortise.runtime.error.TrapException;
import dev.mortise.runtime.error.UnsupportedComponentException;

/** What comes of calls that do not return. */
final class Outcomes {
  private Outcomes() {}

  /** The call traps with a code, and the message holds a text. */
  static void assertTrap(
      Instance instance, String code, String text, String function, Object... arguments) {
    TrapException trap =
        catchThrowableOfType(TrapException.class, () -> instance.call(function, arguments));
    assertThat(trap).as(function).isNotNull();
    assertThat(trap.code()).as(trap.getMessage()).isEqualTo(code);
    assertThat(trap).hasMessageContaining(text);
  }

  /** The call ends because this version does not support what it needs. */
  static void assertUnsupported(
      Instance instance, String text, String function, Object... arguments) {
    UnsupportedComponentException refusal =
        catchThrowableOfType(
            UnsupportedComponentException.class, () -> instance.call(function, arguments));
    assertThat(refusal).as(function).isNotNull();
    assertThat(refusal.code()).isEqualTo("not-supported-yet");
    assertThat(refusal).hasMessageContaining(text);
  }
}
