/**
 * What those who use generated code see: what they give it ({@link dev.mortise.runtime.Imports}),
 * the types of WIT that need no class of their own, tuples and results, and the annotations that
 * give names of WIT.
 */
@NullMarked
package dev.mortise.runtime;

import org.jspecify.annotations.NullMarked;
