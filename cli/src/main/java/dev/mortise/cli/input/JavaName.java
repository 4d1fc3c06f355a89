package dev.mortise.cli.input;

import javax.lang.model.SourceVersion;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** The name of a Java package or module, as an argument. */
public final class JavaName {
  private JavaName() {}

  /**
   * Refuses what none may be called.
   *
   * @param option what it was given by, or should be
   * @param kind {@code package} or {@code module}
   */
  public static void require(String option, String kind, String name, CommandLine command) {
    if (!SourceVersion.isName(name)) {
      throw new ParameterException(
          command,
          option
              + ": expected the name of a Java "
              + kind
              + ", such as com.acme.shop, found '"
              + name
              + "'");
    }
  }
}
