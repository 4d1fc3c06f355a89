/**
 * Bytes that are read where they are, instead of a copy: what methods written by hand may have in
 * the place of an array.
 *
 * <p>Entry: {@link dev.mortise.runtime.view.ByteView}. It imports nothing of Mortise.
 */
@NullMarked
package dev.mortise.runtime.view;

import org.jspecify.annotations.NullMarked;
