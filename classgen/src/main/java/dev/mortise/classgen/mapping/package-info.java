/**
 * What a WIT type, interface or world is in Java, as data. Entry: {@link
 * dev.mortise.classgen.mapping.JavaMapping#of}; in: a component's type and names; out: a {@link
 * dev.mortise.classgen.mapping.JavaModel}, from which class files and source stubs are made alike.
 * Imports of the loader its types and names only.
 */
@NullMarked
package dev.mortise.classgen.mapping;

import org.jspecify.annotations.NullMarked;
