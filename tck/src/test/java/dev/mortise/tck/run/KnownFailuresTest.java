package dev.mortise.tck.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mortise.tck.Own;
import dev.mortise.tck.script.Command;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class KnownFailuresTest {
  private static List<Verdict> judge(String list, Verdict first, Verdict second)
      throws IOException {
    KnownFailures known = KnownFailures.parse(list.lines().toList());
    Command one = new Command.ComponentInstance(1, null, null);
    Command two = new Command.ComponentInstance(2, null, null);
    return known
        .judge(
            Own.script("all"),
            List.of(new CommandResult(one, first), new CommandResult(two, second)))
        .stream()
        .map(CommandResult::verdict)
        .toList();
  }

  private static final Verdict PASSED = new Verdict.Passed();
  private static final Verdict FAILED = new Verdict.Failed("why");
  private static final Verdict SKIPPED = new Verdict.Skipped("later");

  @Test
  void judge_listed_isKnown() throws IOException {
    assertThat(judge("# x\n\nown/all:2 a reason: it", PASSED, FAILED))
        .containsExactly(PASSED, new Verdict.Known("a reason: it", "why"));
  }

  @Test
  void judge_listedButPasses_fails() throws IOException {
    assertThat(judge("own/all:1,2 reason", PASSED, FAILED))
        .containsExactly(
            new Verdict.Failed("it passes, but is listed as a known failure: reason"),
            new Verdict.Known("reason", "why"));
  }

  @Test
  void judge_star_takesWhatFails() throws IOException {
    assertThat(judge("own/all:* reason", PASSED, FAILED))
        .containsExactly(PASSED, new Verdict.Known("reason", "why"));
    assertThat(judge("own/all:* reason", SKIPPED, PASSED)).containsExactly(SKIPPED, PASSED);
    assertThat(judge("own/all:* reason", PASSED, PASSED).get(0)).isInstanceOf(Verdict.Failed.class);
  }

  @Test
  void judge_otherScript_isNotTouched() throws IOException {
    assertThat(judge("own/other:1 reason", FAILED, PASSED)).containsExactly(FAILED, PASSED);
  }

  @Test
  void strays_nameNoCommand() throws IOException {
    assertThat(
            KnownFailures.parse(List.of("own/all:1,77 reason", "own/gone:* reason"))
                .strays(List.of(Own.script("all"))))
        .containsExactlyInAnyOrder("own/all:77", "own/gone:0");
  }

  @Test
  void parse_noReason_isRefused() {
    assertThatThrownBy(() -> KnownFailures.parse(List.of("own/all:1")))
        .hasMessageContaining("own/all:1");
  }
}
