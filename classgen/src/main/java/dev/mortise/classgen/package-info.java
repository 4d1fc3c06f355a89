/**
 * Turns a validated component into JVM classes: typed interfaces and data types, and the code that
 * lifts and lowers their values without boxing.
 *
 * <p>What stands here is the mapping of WIT to Java, and the class files of its declarations; the
 * code of calls is not made yet.
 */
@NullMarked
package dev.mortise.classgen;

import org.jspecify.annotations.NullMarked;
