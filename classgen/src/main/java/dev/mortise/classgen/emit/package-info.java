/**
 * Class files of a model's declarations. Entry: {@link
 * dev.mortise.classgen.emit.DeclarationEmitter#emit}; in: a {@link
 * dev.mortise.classgen.mapping.JavaModel}; out: class files by name, equal in all that reflection
 * and javac see to what javac makes of the model's source. May import mapping and ASM.
 */
@NullMarked
package dev.mortise.classgen.emit;

import org.jspecify.annotations.NullMarked;
