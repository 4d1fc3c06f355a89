package dev.mortise.testing;

import dev.mortise.testing.wasi.Wasi;
import java.lang.reflect.AnnotatedElement;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** The one virtual WASI of a test, made when a field or parameter asks for it. */
final class FakedWasi {
  private @Nullable Wasi wasi;
  private @Nullable FakeWasi asked;

  /** The object; null when nothing has asked for it. */
  @Nullable Wasi get() {
    return wasi;
  }

  /**
   * What a field or parameter gets.
   *
   * @param holder has the annotation
   * @param present what is in the field already, or null
   */
  Wasi of(AnnotatedElement holder, FakeWasi settings, Class<?> type, @Nullable Object present) {
    if (type != Wasi.class) {
      throw new IllegalStateException(
          "@FakeWasi is for the type " + Wasi.class.getName() + ", not for " + holder);
    }
    Wasi known = wasi;
    if (known == null) {
      known = present instanceof Wasi own ? own : make(settings);
      wasi = known;
      asked = settings;
    } else if (present != null && present != known) {
      throw new IllegalStateException(
          "a test has one virtual WASI, but " + holder + " holds another than the one before it");
    } else if (!settings.equals(asked)) {
      throw new IllegalStateException(
          "a test has one virtual WASI: "
              + holder
              + " says "
              + settings
              + ", and another field or parameter of the test "
              + asked);
    }
    return known;
  }

  /** A component whose classes were made ahead of time takes objects of its interfaces only. */
  void requireUnused(Class<?> world) {
    if (wasi != null) {
      throw new IllegalStateException(
          "@FakeWasi is for components that are loaded, and not for classes that were made ahead of"
              + " time: name the component too, @ComponentTest(value = \"….wasm\", world = "
              + world.getSimpleName()
              + ".class)");
    }
  }

  private static Wasi make(FakeWasi settings) {
    Wasi made = Wasi.create().seed(settings.seed()).args(settings.args()).stdin(settings.stdin());
    try {
      made.clock().set(Instant.parse(settings.clock()));
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "@FakeWasi(clock = \""
              + settings.clock()
              + "\") is no time: write it as 2026-01-01T00:00:00Z",
          e);
    }
    for (String variable : settings.env()) {
      int equals = variable.indexOf('=');
      if (equals <= 0) {
        throw new IllegalArgumentException(
            "@FakeWasi(env = \"" + variable + "\") is no variable: write it as NAME=value");
      }
      made.env(variable.substring(0, equals), variable.substring(equals + 1));
    }
    return made;
  }
}
