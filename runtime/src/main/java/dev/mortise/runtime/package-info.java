/**
 * The types of WIT that need no class of their own in generated code, tuples and results, and the
 * annotation that gives names of WIT. Imports nothing.
 */
@NullMarked
package dev.mortise.runtime;

import org.jspecify.annotations.NullMarked;
