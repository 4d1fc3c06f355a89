package dev.mortise.cli.run;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How a component is run.
 *
 * @param file where it comes from, for messages
 * @param imports what it is supplied with
 * @param output how the result is to be printed, or null where each kind of call has its own way
 * @param compiled whether its code is compiled before it runs, for who waits
 */
public record RunSettings(
    Path file, RunImports imports, @Nullable Output output, boolean compiled) {}
