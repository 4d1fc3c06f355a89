/** What several verbs read: components and WIT by their files, and words of the command line. */
@NullMarked
package dev.mortise.cli.input;

import org.jspecify.annotations.NullMarked;
