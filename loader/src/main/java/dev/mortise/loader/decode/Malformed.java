package dev.mortise.loader.decode;

/** What can be wrong with the bytes: each has a stable code and the section that sets the rule. */
public enum Malformed {
  UNEXPECTED_END("unexpected-end", "Binary.md"),
  TRAILING_BYTES("trailing-bytes", "Binary.md"),
  INTEGER_TOO_LONG("integer-too-long", "core:binary/values.html#integers"),
  INTEGER_TOO_LARGE("integer-too-large", "core:binary/values.html#integers"),
  INVALID_UTF8("invalid-utf8", "core:binary/values.html#names"),
  INVALID_LEADING_BYTE("invalid-leading-byte", "Binary.md"),
  INVALID_BOOLEAN("invalid-boolean", "Binary.md#canonical-definitions"),
  CANCELLABLE("cancellable-removed", "Binary.md#canonical-definitions"),
  BAD_MAGIC("bad-magic", "Binary.md#component-definitions"),
  UNKNOWN_VERSION("unknown-version", "Binary.md#component-definitions"),
  NOT_A_COMPONENT("not-a-component", "Binary.md#component-definitions"),
  NOT_A_MODULE("not-a-module", "core:binary/modules.html"),
  UNKNOWN_SECTION("unknown-section", "Binary.md#component-definitions"),
  SECTION_OUT_OF_ORDER("section-out-of-order", "core:binary/modules.html"),
  COUNT_MISMATCH("count-mismatch", "core:binary/modules.html"),
  FEATURE_REQUIRED("feature-required", "Explainer.md#gated-features"),
  DUPLICATE_START("duplicate-start", "Binary.md#-start-definitions"),
  LIMIT_EXCEEDED("limit-exceeded", "Binary.md");

  private final String code;
  private final String spec;

  Malformed(String code, String spec) {
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
