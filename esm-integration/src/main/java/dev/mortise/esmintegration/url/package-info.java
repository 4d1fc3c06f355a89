/**
 * The names of modules as the URL standard writes them, as far as modules need it. Entry: {@link
 * dev.mortise.esmintegration.url.ModuleUrl#parse}; in goes text, out comes a normalised URL, or
 * nothing. Imports nothing of ours.
 */
@NullMarked
package dev.mortise.esmintegration.url;

import org.jspecify.annotations.NullMarked;
