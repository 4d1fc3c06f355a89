/**
 * Defines modules and makes instances. Entry: {@link dev.mortise.jdkmodulelayer.define.Definition};
 * in goes a resolution, out comes a layer of modules whose code is in memory. May import {@code
 * find}, {@code contract}, {@code resolve}, {@code runtime} and {@code classgen}.
 */
@NullMarked
package dev.mortise.jdkmodulelayer.define;

import org.jspecify.annotations.NullMarked;
