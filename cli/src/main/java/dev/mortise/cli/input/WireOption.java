package dev.mortise.cli.input;

import dev.mortise.jdkmodulelayer.LayerBuilder;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** The option {@code --wire}, which several verbs have. */
public final class WireOption {
  public static final String LABEL = "IMPORTER=IMPORT=PROVIDER";
  public static final String DESCRIPTION =
      "Choose who supplies an import that several could supply, such as"
          + " shop=docs:math/ops@0.2.0=ops.";

  private WireOption() {}

  /** Tells a layer what was chosen. */
  public static void apply(List<String> wires, LayerBuilder builder, CommandLine command) {
    for (String wire : wires) {
      String[] parts = wire.split("=", -1);
      if (parts.length != 3) {
        throw new ParameterException(command, "--wire " + wire + ": expected " + LABEL);
      }
      builder.wire(parts[0], parts[1], parts[2]);
    }
  }
}
