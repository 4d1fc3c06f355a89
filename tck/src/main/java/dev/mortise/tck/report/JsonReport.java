package dev.mortise.tck.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mortise.tck.run.CommandResult;
import dev.mortise.tck.run.ScriptResult;
import dev.mortise.tck.run.Verdict;
import java.util.Locale;

/** The report for programs. */
final class JsonReport {
  private static final ObjectMapper JSON = new ObjectMapper();

  private JsonReport() {}

  static String of(TckReport report) {
    ObjectNode root = JSON.createObjectNode();
    root.put("ok", report.passed());
    counts(root.putObject("total"), report.total());
    ObjectNode folders = root.putObject("folders");
    report.byFolder().forEach((folder, tally) -> counts(folders.putObject(folder), tally));
    ArrayNode scripts = root.putArray("scripts");
    for (ScriptResult script : report.scripts()) {
      ObjectNode node = scripts.addObject();
      node.put("name", script.script().name());
      ArrayNode features = node.putArray("features");
      script.script().features().asSet().forEach(feature -> features.add(feature.toString()));
      ArrayNode commands = node.putArray("commands");
      script.commands().forEach(result -> command(commands.addObject(), result));
    }
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  private static void counts(ObjectNode node, Tally tally) {
    node.put("files", tally.files());
    node.put("commands", tally.commands());
    node.put("passed", tally.passed());
    node.put("failed", tally.failed());
    node.put("known", tally.known());
    node.put("skipped", tally.skipped());
    ObjectNode reasons = node.putObject("skipped_by_reason");
    tally.skippedByReason().forEach(reasons::put);
    ObjectNode kinds = node.putObject("commands_by_kind");
    tally.kinds().forEach((kind, counts) -> kinds.put(kind, counts.commands()));
  }

  private static void command(ObjectNode node, CommandResult result) {
    node.put("line", result.command().line());
    node.put("type", result.command().kind());
    Verdict verdict = result.verdict();
    node.put("verdict", verdict.getClass().getSimpleName().toLowerCase(Locale.ROOT));
    switch (verdict) {
      case Verdict.Passed v -> {}
      case Verdict.Failed v -> node.put("why", v.why());
      case Verdict.Known v -> node.put("reason", v.reason()).put("why", v.why());
      case Verdict.Skipped v -> node.put("reason", v.reason());
    }
  }
}
