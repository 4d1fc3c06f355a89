/**
 * What the command says: trees, graphs and lists as text and as JSON, errors, and the exit code.
 * Nothing here knows a verb.
 */
@NullMarked
package dev.mortise.cli.report;

import org.jspecify.annotations.NullMarked;
