/**
 * What the generated classes of a component extend: what makes their objects ({@link
 * dev.mortise.runtime.generated.UnitParts}), and, for classes that were made ahead of time, the
 * component as a whole ({@link dev.mortise.runtime.generated.GeneratedComponent}). For generated
 * code, not for use by hand. May import {@code link}, {@code glue}, {@code instance}, {@code plan},
 * {@code engine}, {@code type}, {@code core} and {@code error}.
 */
@NullMarked
package dev.mortise.runtime.generated;

import org.jspecify.annotations.NullMarked;
