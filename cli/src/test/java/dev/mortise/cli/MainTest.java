package dev.mortise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MainTest {

  @Test
  void noArguments_showsHelp() {
    Outcome outcome = Outcome.of();
    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.out()).startsWith("Usage: mortise").contains("Exit codes:", "7    the");
    assertThat(outcome.err()).isEmpty();
  }

  @Test
  void help_isTheSame() {
    assertThat(Outcome.of("--help")).isEqualTo(Outcome.of());
  }

  @Test
  void help_hasNoEscapes() {
    assertThat(Outcome.of("--help").out()).doesNotContain("\u001b");
  }

  @Test
  void version_namesJavaToo() {
    Outcome outcome = Outcome.of("--version");
    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.out()).startsWith("mortise ").contains("Java " + Runtime.version());
  }

  @Test
  void unknownOption_isUsageError() {
    Outcome outcome = Outcome.of("--versoin");
    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err())
        .startsWith("error: Unknown option: '--versoin'")
        .contains("--version")
        .endsWith("Try 'mortise --help'.\n")
        .doesNotContain("\tat ");
  }

  @Test
  void unknownVerb_isUsageError() {
    Outcome outcome = Outcome.of("frobnicate");
    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.err())
        .startsWith("error: there is no command 'frobnicate'\n")
        .endsWith("Try 'mortise --help'.\n");
  }

  @Test
  void misspeltVerb_isSuggested() {
    assertThat(Outcome.of("validat").err()).contains("mortise validate");
  }

  @Test
  void stackTrace_isShownWhenAskedFor() {
    assertThat(Outcome.of("--versoin", "--stack-trace").err()).contains("\tat ");
  }
}
