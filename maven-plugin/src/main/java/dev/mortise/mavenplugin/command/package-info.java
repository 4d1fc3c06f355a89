/**
 * The command {@code mortise} in a process of its own. Entry: {@link
 * dev.mortise.mavenplugin.command.MortiseCommand}; in: a JDK, a class path, arguments; out: what it
 * said, or how it failed. Imports nothing of Maven.
 */
@NullMarked
package dev.mortise.mavenplugin.command;

import org.jspecify.annotations.NullMarked;
