/**
 * Components as ES modules of GraalJS. Entry: {@link dev.mortise.esmintegration.ComponentModules},
 * for a context that the user builds, and {@link dev.mortise.esmintegration.MortiseContext}, which
 * builds one; in go an import map, components and what the host supplies, out come contexts whose
 * code can import components. May import everything here; nothing below imports it.
 */
@NullMarked
package dev.mortise.esmintegration;

import org.jspecify.annotations.NullMarked;
