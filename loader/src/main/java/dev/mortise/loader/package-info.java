/**
 * The public face of the loader: what a program needs to load a component and call it.
 *
 * <p>May use every other package of the loader; none of them uses this one.
 */
@NullMarked
package dev.mortise.loader;

import org.jspecify.annotations.NullMarked;
