package dev.mortise.loader.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mortise.loader.decode.ComponentDecoder;
import dev.mortise.loader.decode.Feature;
import dev.mortise.loader.decode.Features;
import dev.mortise.loader.encode.ComponentBytes;
import dev.mortise.loader.validate.rule.Rule;
import dev.mortise.runtime.error.Diagnostic;
import dev.mortise.runtime.error.InvalidComponentException;
import java.util.List;

/**
 * What the validator says of a component. The tests of one finding read as one sentence: {@code
 * Refusal.of(file).breaks(rule).at(offset).says("…")}.
 */
final class Refusal {
  private final Diagnostic finding;

  private Refusal(Diagnostic finding) {
    this.finding = finding;
  }

  /** Validates with the default features and some more; fails on any finding. */
  static ValidatedComponent valid(ComponentBytes component, Feature... more) {
    Features features = features(more);
    return ComponentValidator.validate(
        ComponentDecoder.decode(component.toArray(), features), features);
  }

  /** All findings, of which there is at least one. */
  static List<Diagnostic> all(ComponentBytes component, Feature... more) {
    InvalidComponentException refused =
        catchThrowableOfType(InvalidComponentException.class, () -> valid(component, more));
    assertThat(refused).as("the validator accepts it").isNotNull();
    return refused.diagnostics();
  }

  /** The one finding. */
  static Refusal of(ComponentBytes component, Feature... more) {
    List<Diagnostic> findings = all(component, more);
    assertThat(findings).as("findings").hasSize(1);
    return new Refusal(findings.get(0));
  }

  private static Features features(Feature... more) {
    Features features = Features.defaults();
    for (Feature feature : more) {
      features = features.with(feature);
    }
    return features;
  }

  Refusal breaks(Rule rule) {
    assertThat(finding.code()).as(finding.message()).isEqualTo(rule.code());
    assertThat(finding.spec()).isEqualTo(rule.spec());
    return this;
  }

  Refusal at(int offset) {
    assertThat(finding.offset()).as(finding.message()).isEqualTo(offset);
    return this;
  }

  /** The path, outside in; without a step: the finding is at the outermost level. */
  Refusal in(String... path) {
    assertThat(finding.path()).as(finding.message()).containsExactly(path);
    return this;
  }

  Refusal says(String... words) {
    assertThat(finding.message()).contains(words);
    return this;
  }
}
