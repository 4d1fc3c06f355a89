package dev.mortise.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mortise.loader.decode.Features;
import dev.mortise.loader.error.Diagnostic;
import dev.mortise.loader.report.Explanation;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * What is said of several files, as one JSON document; the help of {@code validate} describes it.
 */
final class VerdictsJson {
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private final ObjectNode root = JSON.createObjectNode();
  private final ArrayNode files;

  VerdictsJson(Features features) {
    root.put("valid", true);
    root.put("exitCode", 0);
    ArrayNode flags = root.putArray("features");
    features.asSet().forEach(feature -> flags.add(feature.toString()));
    files = root.putArray("files");
  }

  void add(Verdict verdict) {
    ExitCode exitCode = verdict.exitCode();
    add(
        verdict.explanation(),
        exitCode == ExitCode.OK ? "valid" : exitCode.name().toLowerCase(Locale.ROOT),
        exitCode);
  }

  /** A file that could not be read. */
  void addUnreadable(Path file, String why) {
    Diagnostic finding = Diagnostic.of("unreadable-file", "file").because(why);
    add(Explanation.of(file.toString(), List.of(finding)), "unreadable", ExitCode.USAGE);
  }

  private void add(Explanation explanation, String status, ExitCode exitCode) {
    try {
      ObjectNode node = (ObjectNode) JSON.readTree(explanation.json());
      node.put("status", status);
      node.put("exitCode", exitCode.number());
      files.add(node);
      if (exitCode != ExitCode.OK && root.path("valid").asBoolean()) {
        root.put("valid", false);
        root.put("exitCode", exitCode.number());
      }
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  String text() {
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
