package dev.mortise.cli.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mortise.loader.decode.Features;
import dev.mortise.loader.report.Explanation;
import dev.mortise.runtime.error.Diagnostic;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is said of several files, as one JSON document; the help of {@code validate} describes it.
 */
public final class VerdictsJson {
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private final ObjectNode root = JSON.createObjectNode();
  private final ArrayNode files;

  public VerdictsJson(Features features) {
    root.put("valid", true);
    root.put("exitCode", 0);
    ArrayNode flags = root.putArray("features");
    features.asSet().forEach(feature -> flags.add(feature.toString()));
    files = root.putArray("files");
  }

  public void add(Verdict verdict) {
    ExitCode exitCode = verdict.exitCode();
    add(
        verdict.explanation(),
        exitCode == ExitCode.OK ? "valid" : exitCode.name().toLowerCase(Locale.ROOT),
        exitCode);
  }

  /** A file that could not be read. */
  public void addUnreadable(Path file, String why) {
    Diagnostic finding = Diagnostic.of("unreadable-file", "file").because(why);
    add(Explanation.of(file.toString(), List.of(finding)), "unreadable", ExitCode.USAGE);
  }

  private void add(Explanation explanation, String status, ExitCode exitCode) {
    List<Explanation.Finding> found = explanation.findings();
    ObjectNode node = files.addObject();
    node.put("file", explanation.file());
    node.put("valid", found.isEmpty());
    ArrayNode findings = node.putArray("findings");
    found.forEach(finding -> add(finding, findings.addObject()));
    node.put("status", status);
    node.put("exitCode", exitCode.number());
    if (exitCode != ExitCode.OK && root.path("valid").asBoolean()) {
      root.put("valid", false);
      root.put("exitCode", exitCode.number());
    }
  }

  private static void add(Explanation.Finding explained, ObjectNode node) {
    Diagnostic finding = explained.diagnostic();
    node.put("code", finding.code());
    node.put("where", finding.where());
    offset(node, finding.offset());
    ArrayNode path = node.putArray("path");
    for (Explanation.Step step : explained.path()) {
      offset(path.addObject().put("step", step.label()), step.offset());
    }
    member(node, "expected", finding.expected());
    member(node, "found", finding.found());
    member(node, "why", finding.why());
    member(node, "hint", finding.hint());
    member(node, "spec", finding.spec());
    member(node, "link", explained.link());
    node.put("message", finding.message());
  }

  private static void offset(ObjectNode node, long offset) {
    if (offset != Diagnostic.NO_OFFSET) {
      node.put("offset", offset);
    }
  }

  private static void member(ObjectNode node, String name, @Nullable String value) {
    if (value != null) {
      node.put(name, value);
    }
  }

  public String text() {
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
