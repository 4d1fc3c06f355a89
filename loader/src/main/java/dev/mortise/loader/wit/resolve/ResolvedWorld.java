package dev.mortise.loader.wit.resolve;

import dev.mortise.loader.wit.WitInterface;
import dev.mortise.loader.wit.docs.Docs;
import dev.mortise.runtime.type.ComponentType;

/**
 * A world of a package.
 *
 * @param name its full name
 * @param type what a component of this world imports and exports, with what its interfaces need
 * @param docs what is said of all that was loaded; of this world under {@code name.toString()}
 */
public record ResolvedWorld(WitInterface.Name name, ComponentType type, Docs docs) {}
