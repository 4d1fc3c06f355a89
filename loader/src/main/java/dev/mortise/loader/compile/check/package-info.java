/** A quick look at function bodies, which finds most of them valid. */
@NullMarked
package dev.mortise.loader.compile.check;

import org.jspecify.annotations.NullMarked;
