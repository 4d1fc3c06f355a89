/**
 * Finds components on a path, resolves their imports by name against one another, and defines them
 * as modules of a {@link java.lang.ModuleLayer}.
 *
 * <p>Nothing stands here yet.
 */
@NullMarked
package dev.mortise.jdkmodulelayer;

import org.jspecify.annotations.NullMarked;
