package dev.mortise.runtime.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DiagnosticTest {
  /** Clears the screen, begins a line, turns the order of what follows around. */
  private static final String EVIL = "a\u001b[2J\r\n\u0085\u202e\u2028b";

  private static final String ESCAPED = "a\\u{1b}[2J\\u{d}\\u{a}\\u{85}\\u{202e}\\u{2028}b";

  @Test
  void message_namesFromAFile_areEscapedInEveryPart() {
    Diagnostic diagnostic =
        Diagnostic.of("some-code", EVIL)
            .expecting(EVIL, EVIL)
            .because(EVIL)
            .at(16)
            .in(List.of(EVIL, "c"))
            .withHint("Do it");
    assertThat(diagnostic.message())
        .isEqualTo(
            "[some-code] %1$s: expected %1$s, found %1$s; %1$s (at offset 0x10, %1$s > c). Do it"
                .formatted(ESCAPED));
    assertThat(new InvalidComponentException(diagnostic))
        .hasMessage(diagnostic.message())
        .extracting(e -> e.diagnostic().found())
        .as("data stay as they are")
        .isEqualTo(EVIL);
  }

  @Test
  void message_hint_mayHaveLines() {
    assertThat(Diagnostic.of("c", "w").withHint("x\n  y\u001bz").message())
        .isEqualTo("[c] w\nx\n  y\\u{1b}z");
  }

  @Test
  void printable_ordinaryText_staysAsItIs() {
    assertThat(Printable.line("größe → 日本 👍 \"x\"")).isEqualTo("größe → 日本 👍 \"x\"");
    assertThat(Printable.line("a\ud800b")).isEqualTo("a\\u{d800}b");
  }
}
