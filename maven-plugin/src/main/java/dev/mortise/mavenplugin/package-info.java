/**
 * The goals of the Maven plugin, one class each. They find files and folders, tell Maven about
 * them, and start the command {@code mortise} for the rest. Each imports what is below this
 * package, and Maven.
 */
@NullMarked
package dev.mortise.mavenplugin;

import org.jspecify.annotations.NullMarked;
