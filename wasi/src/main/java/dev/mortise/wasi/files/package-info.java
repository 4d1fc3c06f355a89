/**
 * Folders and files of the host as components may see them: nothing but what lies in a granted
 * folder, whatever paths and links say, and whoever changes them meanwhile.
 *
 * <p>In: granted folders ({@code config}), paths of components. Out: {@link
 * dev.mortise.wasi.files.Folder}, {@link dev.mortise.wasi.files.OpenFile}, and {@link
 * dev.mortise.wasi.files.FileException} with WASI's own errors. Two hosts stand on it, of WASI 0.2
 * and of preview 1.
 */
@NullMarked
package dev.mortise.wasi.files;

import org.jspecify.annotations.NullMarked;
