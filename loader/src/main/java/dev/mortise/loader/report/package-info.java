/**
 * Findings for people and for programs. Entry: {@link dev.mortise.loader.report.Explanation}; in:
 * the {@link dev.mortise.runtime.error.Diagnostic}s of any exception, and the decoded component
 * where there is one; out: a text, or all that a program needs to write its own. A room of its own,
 * not a part of validate: what the decoder, the validator and the linker find is explained in one
 * way, and none of them needs to know how. May import model (for offsets) and error.
 */
@NullMarked
package dev.mortise.loader.report;

import org.jspecify.annotations.NullMarked;
