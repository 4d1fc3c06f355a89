/**
 * A component as classes for another process: everything that happens when a component is loaded
 * and linked happens here, and what is left is class files and core modules without code. Entry:
 * {@link dev.mortise.classgen.jar.ComponentClasses}; out: files by path, and {@link
 * dev.mortise.classgen.jar.ModularJar jars} of them. May import {@code call}, {@code emit}, {@code
 * mapping}, and of the loader what loads and plans.
 */
@NullMarked
package dev.mortise.classgen.jar;

import org.jspecify.annotations.NullMarked;
