package dev.mortise.cli;

import javax.lang.model.SourceVersion;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** The name of a Java package, as an argument. */
final class JavaPackage {
  private JavaPackage() {}

  /** Refuses what no package may be called. */
  static void require(String name, CommandLine command) {
    if (!SourceVersion.isName(name)) {
      throw new ParameterException(
          command,
          "--package: expected the name of a Java package, such as com.acme.shop, found '"
              + name
              + "'");
    }
  }
}
