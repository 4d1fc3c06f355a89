package dev.mortise.loader.wit.build;

import dev.mortise.loader.wit.source.Span;
import dev.mortise.loader.wit.source.WitProblems;
import dev.mortise.loader.wit.source.WitRule;
import dev.mortise.loader.wit.syntax.Identifier;
import dev.mortise.runtime.name.ExternNameParser;
import dev.mortise.runtime.name.InvalidNameException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The names of one scope, which have to be strongly unique (Explainer.md, "Name Uniqueness"). */
final class NameSet {
  private final String where;
  private final WitProblems problems;
  private final Map<String, Span> first = new HashMap<>();

  /**
   * No names.
   *
   * @param where the scope in words
   */
  NameSet(String where, WitProblems problems) {
    this.where = where;
    this.problems = problems;
  }

  /** Takes a label; false, and a report, when it is there already. */
  boolean add(Identifier name) {
    return add(name.name(), name.span());
  }

  /** Takes an extern name that an item gets. */
  boolean add(String externName, Span span) {
    Span known = first.putIfAbsent(canonical(externName), span);
    if (known != null) {
      problems.add(
          span,
          WitProblems.at(WitRule.DUPLICATE_NAME, span, "`" + externName + "`")
              .because(where + " has this name already, at " + known));
    }
    return known == null;
  }

  private static String canonical(String externName) {
    try {
      return ExternNameParser.parse(externName, true).canonical();
    } catch (InvalidNameException e) {
      return externName.toLowerCase(Locale.ROOT);
    }
  }
}
