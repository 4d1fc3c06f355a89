/**
 * The declarations of components as files of Java source, for a project that compiles them with its
 * own. Entry: {@link dev.mortise.classgen.source.SourceTree#of}; in: a model for each component;
 * out: the text of each file by its path. Imports of the generator its models only.
 */
@NullMarked
package dev.mortise.classgen.source;

import org.jspecify.annotations.NullMarked;
