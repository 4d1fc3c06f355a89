/** An application that makes classes with an ASM of its own, and uses a component beside it. */
@org.jspecify.annotations.NullMarked
package dev.mortise.examples.asm;
