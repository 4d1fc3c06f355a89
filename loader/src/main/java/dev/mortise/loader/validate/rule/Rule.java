package dev.mortise.loader.validate.rule;

/** The rules of validation: each has a stable code and the section that sets it. */
public enum Rule {
  FEATURE_REQUIRED("feature-required", "Explainer.md#gated-features"),
  LIMIT_EXCEEDED("limit-exceeded", "Binary.md"),

  INDEX_OUT_OF_BOUNDS("index-out-of-bounds", "Explainer.md#index-spaces"),
  UNKNOWN_EXPORT("unknown-export", "Binary.md#alias-definitions"),
  WRONG_SORT("wrong-sort", "Binary.md#alias-definitions"),
  OUTER_ALIAS_COUNT("outer-alias-count", "Binary.md#alias-definitions"),
  OUTER_ALIAS_RESOURCE("outer-alias-resource", "Binary.md#alias-definitions"),
  ALIAS_IN_TYPE("alias-in-type", "Binary.md#type-definitions"),

  WRONG_TYPE_KIND("wrong-type-kind", "Binary.md#type-definitions"),
  EMPTY_TYPE("empty-type", "Binary.md#type-definitions"),
  TOO_MANY_FLAGS("too-many-flags", "Binary.md#type-definitions"),
  EMPTY_LABEL("empty-label", "Explainer.md#import-and-export-definitions"),
  NOT_KEBAB_CASE("not-kebab-case", "Explainer.md#import-and-export-definitions"),
  NAME_CONFLICT("name-conflict", "Explainer.md#name-uniqueness"),
  TYPE_TOO_LARGE("type-too-large", "Binary.md#type-definitions"),
  TYPE_TOO_DEEP("type-too-deep", "Binary.md#type-definitions"),
  VALUE_TOO_LARGE("value-too-large", "CanonicalABI.md#element-size"),
  BORROW_NOT_ALLOWED("borrow-not-allowed", "Binary.md#type-definitions"),
  STREAM_OF_CHAR("stream-of-char", "Binary.md#type-definitions"),
  MAP_KEY("map-key", "Explainer.md#specialized-value-types"),
  FIXED_LIST_LENGTH("fixed-list-length", "Binary.md#type-definitions"),
  NOT_A_RESOURCE("not-a-resource", "Binary.md#type-definitions"),
  NOT_A_LOCAL_RESOURCE("not-a-local-resource", "CanonicalABI.md#canon-resourcenew"),
  RESOURCE_IN_TYPE("resource-in-type", "Binary.md#type-definitions"),
  RESOURCE_REPRESENTATION("resource-representation", "Binary.md#type-definitions"),
  DESTRUCTOR_SIGNATURE("destructor-signature", "Binary.md#type-definitions"),

  INVALID_NAME("invalid-name", "Explainer.md#import-and-export-definitions"),
  INVALID_VERSION("invalid-version", "Binary.md#import-and-export-definitions"),
  NAME_NOT_FOR_EXPORT("name-not-for-export", "Explainer.md#import-and-export-definitions"),
  ANNOTATED_NAME("annotated-name", "Binary.md#import-and-export-definitions"),
  ATTRIBUTE("attribute", "Binary.md#import-and-export-definitions"),
  UNNAMED_TYPE("unnamed-type", "Explainer.md#external-visibility-of-types"),
  HIDDEN_RESOURCE("hidden-resource", "Explainer.md#external-visibility-of-types"),

  MISSING_ARGUMENT("missing-argument", "Binary.md#instance-definitions"),
  DUPLICATE_ARGUMENT("duplicate-argument", "Binary.md#instance-definitions"),
  TYPE_MISMATCH("type-mismatch", "Explainer.md#type-checking"),

  OPTION_DUPLICATE("option-duplicate", "CanonicalABI.md#canonopt-validation"),
  OPTION_CONFLICT("option-conflict", "CanonicalABI.md#canonopt-validation"),
  OPTION_REQUIRED("option-required", "CanonicalABI.md#canonopt-validation"),
  OPTION_NOT_ALLOWED("option-not-allowed", "CanonicalABI.md#canonopt-validation"),
  OPTION_SIGNATURE("option-signature", "CanonicalABI.md#canonopt-validation"),
  CORE_SIGNATURE("core-signature", "CanonicalABI.md#flattening"),
  GC_SIGNATURE("gc-signature", "CanonicalABI.md#canonical-abi-options"),
  CONTEXT_IMMEDIATE("context-immediate", "CanonicalABI.md#-canon-contextget"),
  THREAD_START("thread-start", "CanonicalABI.md#-canon-threadnew-indirect"),

  VALUE_USED_TWICE("value-used-twice", "Binary.md#-start-definitions"),
  VALUE_UNUSED("value-unused", "Binary.md#-start-definitions"),
  START_SIGNATURE("start-signature", "Binary.md#-start-definitions"),

  CORE_TYPE("core-type", "core:valid/types.html"),
  CORE_DUPLICATE_NAME("core-duplicate-name", "core:valid/modules.html"),
  CORE_LIMITS("core-limits", "core:valid/types.html#limits"),
  CORE_START("core-start", "core:valid/modules.html#start-function");

  private final String code;
  private final String spec;

  Rule(String code, String spec) {
    this.code = code;
    this.spec = spec;
  }

  /** The stable code, as it stands in messages. */
  public String code() {
    return code;
  }

  /** The section of the specification. */
  public String spec() {
    return spec;
  }
}
