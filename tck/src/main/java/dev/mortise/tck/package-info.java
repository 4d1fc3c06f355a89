/**
 * Runs the conformance suites of the component model and keeps the table of what passes. Entry:
 * {@link dev.mortise.tck.Tck#run}; in: folders of scripts; out: a {@link
 * dev.mortise.tck.report.TckReport}.
 *
 * <p>The rooms: {@code script} reads scripts, {@code run} passes a verdict on each of their
 * commands, {@code report} counts and shows the verdicts. Each may use those named before it.
 */
@NullMarked
package dev.mortise.tck;

import org.jspecify.annotations.NullMarked;
