package dev.mortise.loader.report;

import dev.mortise.loader.model.DecodedComponent;
import dev.mortise.loader.model.Definition;
import dev.mortise.loader.report.Explanation.Step;
import dev.mortise.runtime.error.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The way to a finding with the offsets that are known: those of the components around it and of
 * the definition that it is in come from the decoded tree, those in the decoder's own steps from
 * their texts.
 */
final class PathTree {
  private static final Pattern WITH_OFFSET = Pattern.compile("(.*) at 0x([0-9a-f]+)");
  private static final Pattern COMPONENT = Pattern.compile("component \\d+");

  private PathTree() {}

  /** The steps, outside in. */
  static List<Step> of(Diagnostic finding, @Nullable DecodedComponent component) {
    List<Step> steps = new ArrayList<>();
    steps.add(new Step("component", 0));
    DecodedComponent around = component;
    int next = 0;
    for (String step : finding.path()) {
      Matcher matcher = WITH_OFFSET.matcher(step);
      if (matcher.matches()) {
        steps.add(new Step(matcher.group(1), Long.parseLong(matcher.group(2), 16)));
      } else if (around != null && COMPONENT.matcher(step).matches()) {
        around = enclosing(around, finding.offset());
        steps.add(new Step(step, around == null ? Diagnostic.NO_OFFSET : around.offset()));
      } else {
        break;
      }
      next++;
    }
    Definition definition = around == null ? null : definitionAt(around, finding.offset());
    if (definition != null) {
      steps.add(new Step(definition.label(), definition.offset()));
    }
    List<String> inside = finding.path().subList(next, finding.path().size());
    for (String step : inside) {
      steps.add(new Step(step, Diagnostic.NO_OFFSET));
    }
    // The way may have led there already: to a definition, or to the whole of what was entered.
    boolean arrived =
        definition == null
            ? inside.isEmpty() && steps.getLast().label().equals(finding.where())
            : definition.offset() == finding.offset();
    if (!arrived) {
      steps.add(new Step(finding.where(), finding.offset()));
    }
    return steps;
  }

  private static @Nullable DecodedComponent enclosing(DecodedComponent component, long offset) {
    for (Definition definition : component.definitions()) {
      if (definition instanceof Definition.Component nested
          && nested.component().offset() <= offset
          && offset <= nested.component().end()) {
        return nested.component();
      }
    }
    return null;
  }

  private static @Nullable Definition definitionAt(DecodedComponent component, long offset) {
    Definition found = null;
    for (Definition definition : component.definitions()) {
      if (definition.offset() > offset) {
        break;
      }
      found = definition;
    }
    return offset == component.end() ? null : found;
  }
}
