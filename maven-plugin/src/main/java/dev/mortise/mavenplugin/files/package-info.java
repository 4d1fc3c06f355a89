/**
 * Files of a build: what goes in, whether it has changed, and what comes out. Imports nothing of
 * Maven.
 */
@NullMarked
package dev.mortise.mavenplugin.files;

import org.jspecify.annotations.NullMarked;
