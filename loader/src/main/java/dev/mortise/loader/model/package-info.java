/**
 * The component tree as the bytes have it (Binary.md): definitions in file order, indices not yet
 * resolved, an absolute byte offset on every node.
 *
 * <p>Reading is not validating: a {@link dev.mortise.loader.model.DecodedComponent} may still be
 * invalid. May import {@code core}.
 */
@org.jspecify.annotations.NullMarked
package dev.mortise.loader.model;
