/**
 * Runs the components of a script on the loader, with the host that the suites expect. Entry:
 * {@link dev.mortise.tck.host.LoaderExecution}. May import run, script, the loader and classgen.
 */
@NullMarked
package dev.mortise.tck.host;

import org.jspecify.annotations.NullMarked;
