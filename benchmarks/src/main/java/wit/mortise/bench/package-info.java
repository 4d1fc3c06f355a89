/**
 * The Java interfaces of the guests' WIT, as {@code classgen} prints them; {@code BindingsTest}
 * says when they are no longer.
 */
@NullMarked
package wit.mortise.bench;

import org.jspecify.annotations.NullMarked;
