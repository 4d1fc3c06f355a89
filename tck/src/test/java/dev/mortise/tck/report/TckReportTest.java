package dev.mortise.tck.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mortise.tck.Own;
import dev.mortise.tck.Tck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TckReportTest {
  private static TckReport run(Path list) throws IOException {
    Files.writeString(list, "own/all:5,28 known here\n");
    return Tck.run(List.of(Own.FOLDER), Tck.Options.strict().withKnown(list));
  }

  @Test
  void total_counts_everyVerdict(@TempDir Path folder) throws IOException {
    Tally total = run(folder.resolve("nyi.txt")).total();
    assertThat(total.files()).isEqualTo(2);
    assertThat(total.passed()).isEqualTo(9);
    assertThat(total.failed()).isEqualTo(5);
    assertThat(total.known()).isEqualTo(2);
    assertThat(total.skipped()).isEqualTo(14);
    assertThat(total.commands()).isEqualTo(30);
    assertThat(total.skippedByReason())
        .containsEntry("text-only", 1)
        .containsEntry("execution is not wired yet", 13);
    assertThat(total.kinds()).containsEntry("assert_trap", new Tally.Counts(0, 0, 0, 3));
  }

  @Test
  void failures_nameScriptAndLine(@TempDir Path folder) throws IOException {
    TckReport report = run(folder.resolve("nyi.txt"));
    assertThat(report.passed()).isFalse();
    assertThat(report.failures()).hasSize(5);
    assertThat(report.failures().get(0).toString())
        .startsWith("own/all:21 assert_invalid: expected InvalidComponentException");
    assertThat(report.summary())
        .contains("FAILED own/all:21", "skipped 1: text-only")
        .containsPattern("(?m)^own +1 +29 +9 +5 +2 +13$")
        .containsPattern("(?m)^  assert_trap +3 +0 +0 +0 +3$");
  }

  @Test
  void markdown_groupsKnownFailuresByReason(@TempDir Path folder) throws IOException {
    assertThat(run(folder.resolve("nyi.txt")).markdown())
        .contains("| `own` | 1 | 29 | 9 | 5 | 2 | 13 |", "| **all** | 2 | 30 |")
        .contains("- `own/all`: known here (lines 5, 28)");
  }

  @Test
  void json_holdsEveryCommand(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("report.json");
    run(folder.resolve("nyi.txt")).writeJson(file);
    JsonNode root = new ObjectMapper().readTree(file.toFile());
    assertThat(root.path("ok").asBoolean()).isFalse();
    assertThat(root.path("folders").path("own").path("failed").asInt()).isEqualTo(5);
    JsonNode commands = root.path("scripts").path(0).path("commands");
    assertThat(commands).hasSize(29);
    assertThat(commands.path(4).path("verdict").asText()).isEqualTo("known");
    assertThat(commands.path(4).path("reason").asText()).isEqualTo("known here");
    assertThat(commands.path(23).path("reason").asText()).isEqualTo("text-only");
  }
}
