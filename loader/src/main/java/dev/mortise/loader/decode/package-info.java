/**
 * From bytes to the component tree. Entry: {@link
 * dev.mortise.loader.decode.ComponentDecoder#decode}; in: the bytes of a file and the {@link
 * dev.mortise.loader.decode.Features} that are on; out: a {@link
 * dev.mortise.loader.model.DecodedComponent}; thrown: {@link
 * dev.mortise.runtime.error.MalformedComponentException}.
 *
 * <p>Reading is not validating: an index is a number here, a name is a text, and whether they mean
 * anything is the validator's question. One class per section. May import model, type (for its
 * primitive types), core and error.
 */
@NullMarked
package dev.mortise.loader.decode;

import org.jspecify.annotations.NullMarked;
