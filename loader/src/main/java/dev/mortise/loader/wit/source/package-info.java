/**
 * Texts, places in them, and what is wrong there: what parsing and resolving WIT share. Entry:
 * {@link dev.mortise.loader.wit.source.WitProblems}, which collects findings. May import {@code
 * error}.
 */
@NullMarked
package dev.mortise.loader.wit.source;

import org.jspecify.annotations.NullMarked;
