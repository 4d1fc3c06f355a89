/** A quick look at function bodies, which finds most of them valid. */
@NullMarked
package dev.mortise.loader.compile.body;

import org.jspecify.annotations.NullMarked;
