package dev.mortise.cli.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mortise.loader.compat.Change;
import java.util.List;

/** Changes as one JSON document; the help of {@code compare} describes it. */
public final class ChangesJson {
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private ChangesJson() {}

  public static String of(List<Change> changes, ExitCode exitCode) {
    ObjectNode root = JSON.createObjectNode();
    root.put("compatible", exitCode == ExitCode.OK);
    root.put("exitCode", exitCode.number());
    ArrayNode nodes = root.putArray("changes");
    for (Change change : changes) {
      ObjectNode node = nodes.addObject();
      node.put("code", change.kind().code());
      node.put("breaking", change.breaking());
      node.put("where", change.where());
      ArrayNode path = node.putArray("path");
      change.path().forEach(path::add);
      if (change.before() != null) {
        node.put("before", change.before());
      }
      if (change.after() != null) {
        node.put("after", change.after());
      }
      node.put("why", change.kind().why());
      node.put("message", change.diagnostic().message());
    }
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
