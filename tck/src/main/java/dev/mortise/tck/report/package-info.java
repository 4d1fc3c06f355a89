/**
 * What came out of a run, counted and shown. Entry: {@link dev.mortise.tck.report.TckReport}; in:
 * the results of scripts; out: a summary for people, Markdown, JSON. May import run and script.
 */
@NullMarked
package dev.mortise.tck.report;

import org.jspecify.annotations.NullMarked;
