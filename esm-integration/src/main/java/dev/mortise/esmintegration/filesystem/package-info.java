/**
 * The polyglot file system through which GraalJS finds modules: components, what import maps and
 * registrations name, and all else as the user's own file system has it. Entry: {@link
 * dev.mortise.esmintegration.filesystem.ModuleFileSystem}; in go paths and specifiers, out comes
 * source text. May import {@code resolve}, {@code load}, {@code lexer}, {@code generate}, {@code
 * graph}, {@code url}.
 */
@NullMarked
package dev.mortise.esmintegration.filesystem;

import org.jspecify.annotations.NullMarked;
