package dev.mortise.cli.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mortise.jdkmodulelayer.find.FoundModule;
import dev.mortise.jdkmodulelayer.resolve.Resolution;
import dev.mortise.jdkmodulelayer.resolve.Wire;

/** A resolution as one JSON document; the help of {@code resolve} describes it. */
public final class ResolutionJson {
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private ResolutionJson() {}

  public static String of(Resolution resolution) {
    ObjectNode root = JSON.createObjectNode();
    ArrayNode roots = root.putArray("roots");
    resolution.roots().forEach(roots::add);
    ArrayNode modules = root.putArray("modules");
    for (FoundModule module : resolution.modules().values()) {
      modules
          .addObject()
          .put("name", module.name())
          .put(
              "kind",
              switch (module) {
                case FoundModule.Wasm wasm -> "component";
                case FoundModule.Java java -> "java";
              })
          .put("location", module.location());
    }
    ArrayNode wires = root.putArray("wires");
    for (Wire wire : resolution.wires()) {
      wires
          .addObject()
          .put("importer", wire.importer())
          .put("import", wire.wanted().wit())
          .put("class", wire.wanted().type().toString())
          .put("provider", wire.provider().name())
          .put("kind", wire.provider().kind());
    }
    ArrayNode contracts = root.putArray("contracts");
    resolution
        .contracts()
        .sources()
        .forEach(
            (name, source) ->
                contracts.addObject().put("package", name).put("from", source.inWords()));
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
