package dev.mortise.tck.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mortise.runtime.error.Diagnostic;
import dev.mortise.runtime.error.InvalidComponentException;
import dev.mortise.runtime.error.MalformedComponentException;
import java.util.List;
import org.junit.jupiter.api.Test;

class CausesTest {
  private static final Causes CAUSES =
      Causes.parse(
          List.of(
              "# a comment",
              "",
              "^bad byte => leading-byte malformed:leading-byte",
              "^index of (\\w+)$ => bounds range => $1 index",
              "^not done$ => accepted"));

  private static InvalidComponentException invalid(String code, String where) {
    return new InvalidComponentException(Diagnostic.of(code, where));
  }

  @Test
  void agree_noRow_wantsTheTextInTheMessage() {
    assertThat(CAUSES.agree("too long", invalid("x", "it is too long"))).isTrue();
    assertThat(CAUSES.agree("too long (at offset 0x1f)", invalid("x", "too long"))).isTrue();
    assertThat(CAUSES.agree("too long", invalid("too-long", "it is long"))).isFalse();
  }

  @Test
  void agree_row_wantsCodeAndWord() {
    assertThat(CAUSES.agree("index of tag", invalid("range", "tag index 3"))).isTrue();
    assertThat(CAUSES.agree("index of tag", invalid("range", "type index 3"))).isFalse();
    assertThat(CAUSES.agree("index of tag", invalid("other", "tag index 3"))).isFalse();
  }

  @Test
  void agree_severalFindings_oneIsEnough() {
    assertThat(
            CAUSES.agree(
                "late",
                new InvalidComponentException(
                    List.of(Diagnostic.of("a", "early"), Diagnostic.of("b", "late")))))
        .isTrue();
  }

  @Test
  void allowsMalformed_onlyWhereTheRowSaysSo() {
    MalformedComponentException refusal =
        new MalformedComponentException(Diagnostic.of("leading-byte", "type"));
    assertThat(CAUSES.allowsMalformed("bad byte 3", refusal)).isTrue();
    assertThat(CAUSES.allowsMalformed("index of tag", refusal)).isFalse();
    assertThat(CAUSES.allowsMalformed("leading-byte", refusal)).isFalse();
  }

  @Test
  void namesNoRule_onlyWhereTheRowSaysSo() {
    assertThat(CAUSES.namesNoRule("not done")).isTrue();
    assertThat(CAUSES.namesNoRule("bad byte 3")).isFalse();
    assertThat(CAUSES.namesNoRule("too long")).isFalse();
    assertThat(Causes.standard().namesNoRule("a reexport, which is not implemented")).isTrue();
  }

  @Test
  void parse_noArrow_isRefused() {
    assertThatThrownBy(() -> Causes.parse(List.of("a b c"))).hasMessageContaining("a b c");
  }
}
