/**
 * What all rules of validation speak: the {@link dev.mortise.loader.validate.rule.Rule}s with their
 * codes, the {@link dev.mortise.loader.validate.rule.Violation} that a broken one throws, and the
 * {@link dev.mortise.loader.validate.rule.IndexSpace} that they look things up in. May import
 * decode (limits and features) and error.
 */
@NullMarked
package dev.mortise.loader.validate.rule;

import org.jspecify.annotations.NullMarked;
