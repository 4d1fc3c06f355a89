/**
 * Components as modules: found on a path, their imports wired by name to one another, defined as
 * modules of a {@link ModuleLayer}. Entry: {@link
 * dev.mortise.jdkmodulelayer.ComponentLayer#builder}. The three phases are the packages {@code
 * find}, {@code resolve} and {@code define}, each with an exception of its own; {@code contract} is
 * what the modules share.
 */
@NullMarked
package dev.mortise.jdkmodulelayer;

import org.jspecify.annotations.NullMarked;
