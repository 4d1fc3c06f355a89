/**
 * What the command shows to who watches it on a terminal. Entry: {@link
 * dev.mortise.cli.terminal.Progress}. May import what {@code loader} exports.
 */
@org.jspecify.annotations.NullMarked
package dev.mortise.cli.terminal;
