package dev.mortise.runtime.error;

import java.util.regex.Pattern;

/** Tells the frames of a Java stack that are the run time's, or code that was generated for it. */
public final class OwnFrames {
  /** Generated code also where it has its component's own package. */
  private static final Pattern NAMES =
      Pattern.compile(
          "dev\\.mortise\\.(runtime|loader|guest|classgen\\.bridge)\\..*"
              + "|.*\\.internal\\.(call\\.Calls_|Module[0-9]+_).*");

  private OwnFrames() {}

  /** Whether a class is one of them. */
  public static boolean has(String className) {
    return NAMES.matcher(className).matches();
  }
}
