package dev.mortise.loader.wit.source;

import java.util.Locale;

/** What can be wrong with WIT. The code of each is stable. */
public enum WitRule {
  /** The bytes are not UTF-8. */
  ENCODING("lexical-structure"),
  /** A character that may not stand in WIT. */
  CHARACTER("lexical-structure"),
  /** A block comment without its end. */
  COMMENT("comments"),
  /** An identifier that is not in kebab case. */
  IDENTIFIER("wit-identifiers"),
  /** A string literal that is not one. */
  STRING("string-literals"),
  /** Something else than the grammar asks for. */
  SYNTAX("lexical-structure"),
  /** A version that is not a semantic version. */
  VERSION("package-declaration"),
  /** An attribute that does not exist, stands twice, or does not belong here. */
  ATTRIBUTE("feature-gates"),
  /** Gates that exclude each other, or that do not fit the package's version. */
  GATE("rules-for-feature-gate-usage"),
  /** An item that is less gated than what it stands in. */
  WEAKER_GATE("rules-for-feature-gate-usage"),
  /** A use of something whose gate is closed. */
  GATED_OUT("feature-gates"),
  /** A bound of {@link WitLimits}. */
  LIMIT("lexical-structure"),
  /** No file says which package it is. */
  MISSING_PACKAGE("package-declaration"),
  /** Files of one package give it different names. */
  PACKAGE_MISMATCH("package-declaration"),
  /** Two different packages of one name. */
  DUPLICATE_PACKAGE("root-package-a-directory"),
  /** A package that nobody supplied. */
  UNKNOWN_PACKAGE("wit-packages-and-use"),
  /** A name that stands for two things. */
  DUPLICATE_NAME("name-resolution"),
  /** An interface or world that does not exist. */
  UNKNOWN_NAME("name-resolution"),
  /** A type that does not exist. */
  UNKNOWN_TYPE("name-resolution"),
  /** A name that stands for something of another kind. */
  WRONG_KIND("name-resolution"),
  /** Types, interfaces or worlds that need each other. */
  CYCLE("name-resolution"),
  /** A type without members. */
  EMPTY_TYPE("items-type"),
  /** A key that no map can have. */
  MAP_KEY("types-1"),
  /** A fixed length that no list can have. */
  LIST_LENGTH("types-1"),
  /** A borrow in what a function returns, or in a stream or future. */
  BORROW("handles"),
  /** A constructor that is none. */
  CONSTRUCTOR("item-resource"),
  /** A renaming of an {@code include} that has nothing to rename. */
  INCLUDE_WITH("name-conflicts-and-with"),
  /** An exported interface that would need an interface both exported and imported. */
  EXPORT_DEPENDENCY("transitive-imports-and-worlds"),
  /** Nothing, or more than one thing, that fits what was asked for. */
  SELECTION("specifying-a-world"),
  /** A binary that is no WIT package, or whose documentation cannot be read. */
  ENCODED_PACKAGE("package-format");

  private final String code = "wit-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  private final String section;

  WitRule(String section) {
    this.section = section;
  }

  /** The code, such as {@code wit-unknown-type}. */
  public String code() {
    return code;
  }

  /** The section of the specification, such as {@code WIT.md#comments}. */
  public String spec() {
    return "WIT.md#" + section;
  }
}
