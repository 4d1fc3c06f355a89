/**
 * Who supplies what to a component. Entry: {@link dev.mortise.esmintegration.graph.Suppliers}; in
 * goes a component at its place, out comes a {@link
 * dev.mortise.esmintegration.graph.ComponentModule}, or all that is missing. May import {@code
 * resolve}, {@code load}, {@code lexer}, and the shape of {@code js-bridge}.
 */
@NullMarked
package dev.mortise.esmintegration.graph;

import org.jspecify.annotations.NullMarked;
