package dev.mortise.loader.compile;

import dev.mortise.runtime.error.Diagnostic;
import java.security.CodeSource;
import org.objectweb.asm.Opcodes;

/** Whether the ASM that the application brought is one that code can be made with. */
public final class AsmVersion {
  /** A constant that ASM has had since 9.0, the first that knows sealed classes. */
  private static final String NEEDED = "ASM9";

  private AsmVersion() {}

  /**
   * Does nothing when it is.
   *
   * @throws IllegalStateException when it is too old; the message says which one was found
   */
  public static void require() {
    require(Opcodes.class);
  }

  static void require(Class<?> opcodes) {
    try {
      Object unused = opcodes.getField(NEEDED);
    } catch (NoSuchFieldException e) {
      CodeSource source = opcodes.getProtectionDomain().getCodeSource();
      throw new IllegalStateException(
          Diagnostic.of("old-asm", "class path")
              .expecting(
                  "ASM 9.0 or newer",
                  source == null ? "an older one" : source.getLocation().toString())
              .because("Mortise and its engine make Java classes with ASM")
              .withHint(
                  "Use ASM 9.0 or newer, or depend on mortise-standalone, which has an ASM of its"
                      + " own, instead of mortise-loader and mortise-classgen")
              .message(),
          e);
    }
  }
}
