/**
 * Values as words of a command line. Entry: {@link dev.mortise.cli.form.Forms}, which finds how the
 * parameters of a function are written; in go words by option, out come values by {@link
 * dev.mortise.cli.form.FormValues}. Knows nothing of who splits a command line into options. May
 * import {@code loader} and {@code runtime}.
 */
@NullMarked
package dev.mortise.cli.form;

import org.jspecify.annotations.NullMarked;
