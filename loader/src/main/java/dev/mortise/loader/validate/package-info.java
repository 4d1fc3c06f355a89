/**
 * From the decoded tree to the proof that it is valid. Entry: {@link
 * dev.mortise.loader.validate.ComponentValidator#validate}; in: a {@link
 * dev.mortise.loader.model.DecodedComponent}; out: a {@link
 * dev.mortise.loader.validate.ValidatedComponent}, which only this package can make; thrown: {@link
 * dev.mortise.runtime.error.InvalidComponentException} with every independent finding.
 *
 * <p>The rooms: {@code Scope} holds what is defined so far; the {@code …Rules} classes check one
 * kind of definition each, those of core modules and types in package {@code core}; the type theory
 * is package {@code theory}. A rule that is broken throws a {@code Violation} (package {@code
 * rule}), which {@code ComponentPass} turns into a finding with its path. May import decode (limits
 * and features), model, abi.layout, name, type, core and error.
 */
@NullMarked
package dev.mortise.loader.validate;

import org.jspecify.annotations.NullMarked;
