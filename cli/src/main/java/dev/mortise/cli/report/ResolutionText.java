package dev.mortise.cli.report;

import dev.mortise.jdkmodulelayer.find.FoundModule;
import dev.mortise.jdkmodulelayer.resolve.Resolution;
import dev.mortise.jdkmodulelayer.resolve.Wire;
import dev.mortise.runtime.error.Printable;
import java.util.ArrayList;
import java.util.List;

/** A resolution as lines: a module, under it what it imports, and then the contracts. */
public final class ResolutionText {
  private ResolutionText() {}

  public static List<String> of(Resolution resolution) {
    List<String> lines = new ArrayList<>();
    for (FoundModule module : resolution.modules().values()) {
      lines.add(Printable.line(module.name() + " (" + module.location() + ")"));
      for (Wire wire : resolution.wiresOf(module.name())) {
        lines.add(
            Printable.line("  " + wire.what() + " from " + wire.provider().kind() + " ")
                + Printable.line(wire.provider().name()));
      }
      if (module instanceof FoundModule.Java java) {
        ResolutionGraph.required(java, resolution)
            .forEach(name -> lines.add(Printable.line("  requires " + name)));
      }
    }
    resolution
        .contracts()
        .sources()
        .forEach((name, source) -> lines.add("contract " + name + ": " + source.inWords()));
    return lines;
  }
}
