/**
 * What lies on a path: components, and ordinary Java modules beside them. Entry: {@link
 * dev.mortise.jdkmodulelayer.find.FoundModules}; in go paths, out come modules by name. May import
 * {@code loader}, and of {@code classgen} the mapping and the names of modules.
 */
@NullMarked
package dev.mortise.jdkmodulelayer.find;

import org.jspecify.annotations.NullMarked;
