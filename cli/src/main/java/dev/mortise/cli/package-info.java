/**
 * The command {@code mortise}: {@link dev.mortise.cli.Main} reads its arguments and runs a verb.
 * Each verb is a class; what several of them read is in {@code input}, and what they print in
 * {@code report}.
 */
@NullMarked
package dev.mortise.cli;

import org.jspecify.annotations.NullMarked;
