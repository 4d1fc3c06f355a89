/**
 * Imports components and WIT at build time: classes on the compile path, modular jars in the
 * result.
 *
 * <p>Nothing stands here yet.
 */
@NullMarked
package dev.mortise.mavenplugin;

import org.jspecify.annotations.NullMarked;
