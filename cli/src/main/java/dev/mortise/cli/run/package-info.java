/**
 * {@code mortise run}: which function of a component is meant. Entry: {@link
 * dev.mortise.cli.run.ExportedFunctions}; in go the exports of a component and a name, out comes
 * the function. May import {@code loader} and {@code runtime}.
 */
@NullMarked
package dev.mortise.cli.run;

import org.jspecify.annotations.NullMarked;
