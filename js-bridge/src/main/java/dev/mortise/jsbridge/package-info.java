/**
 * Carries component values to JavaScript values of GraalJS and back, and lets JavaScript functions
 * and classes serve as imports.
 *
 * <p>Nothing stands here yet.
 */
@NullMarked
package dev.mortise.jsbridge;

import org.jspecify.annotations.NullMarked;
