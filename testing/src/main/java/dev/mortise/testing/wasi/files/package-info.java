/**
 * An in-memory file system with the rules of {@code wasi:filesystem/types}. Entry: {@link
 * dev.mortise.testing.wasi.files.FileTree}; {@link dev.mortise.testing.wasi.files.Descriptor} is an
 * open file or directory. In: paths and bytes; out: nodes, bytes, or a {@link
 * dev.mortise.testing.wasi.files.FileException}. May import {@code io}.
 */
@NullMarked
package dev.mortise.testing.wasi.files;

import org.jspecify.annotations.NullMarked;
