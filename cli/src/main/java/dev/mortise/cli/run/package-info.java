/**
 * {@code mortise run}: the functions of a component as commands. Entry: {@link
 * dev.mortise.cli.run.ComponentRun}; in go a component, the name of a function and words of a
 * command line, out comes what prints its result.
 *
 * <p>{@link dev.mortise.cli.run.FunctionCommand} makes options of a signature ({@code form} says
 * which), and values of words; {@link dev.mortise.cli.run.RunImports} is what a component is
 * supplied with. May import {@code form}, {@code loader}, {@code runtime}, picocli and Jackson.
 */
@NullMarked
package dev.mortise.cli.run;

import org.jspecify.annotations.NullMarked;
