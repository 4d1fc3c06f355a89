/**
 * The command {@code mortise}: {@link dev.mortise.cli.Main} reads its arguments and runs a verb.
 */
@NullMarked
package dev.mortise.cli;

import org.jspecify.annotations.NullMarked;
