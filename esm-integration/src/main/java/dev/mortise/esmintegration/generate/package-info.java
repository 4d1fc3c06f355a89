/**
 * The text of the modules that stand for components. Entry: {@link
 * dev.mortise.esmintegration.generate.ModuleSources}; in go names, out comes JavaScript. May import
 * the shape of {@code js-bridge}.
 */
@NullMarked
package dev.mortise.esmintegration.generate;

import org.jspecify.annotations.NullMarked;
