/**
 * The names of imports and exports (Explainer.md, "Import and Export Definitions"): their grammar,
 * their uniqueness, their versions. Entry: {@link dev.mortise.runtime.name.ExternNameParser}.
 * Imports no other package of the loader.
 */
@NullMarked
package dev.mortise.runtime.name;

import org.jspecify.annotations.NullMarked;
