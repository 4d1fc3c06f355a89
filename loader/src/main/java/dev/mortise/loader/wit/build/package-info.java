/**
 * Names looked up, and the types of interfaces and worlds built: {@link
 * dev.mortise.loader.wit.build.PackageIndex} knows what names mean, {@link
 * dev.mortise.loader.wit.build.Interfaces} makes instance types, {@link
 * dev.mortise.loader.wit.build.WorldBuilder} component types. Used by {@code wit.resolve} only. May
 * import {@code wit}, {@code wit.syntax}, {@code wit.source}, {@code wit.docs}, {@code name},
 * {@code type} and {@code error}.
 */
@NullMarked
package dev.mortise.loader.wit.build;

import org.jspecify.annotations.NullMarked;
