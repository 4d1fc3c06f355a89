/** A component whose files and clock are made smaller without its knowledge. */
@NullMarked
package examples.virtualwasi;

import org.jspecify.annotations.NullMarked;
