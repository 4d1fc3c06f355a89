package dev.mortise.loader.wit.resolve;

import dev.mortise.loader.wit.WitInterface;
import dev.mortise.loader.wit.docs.Docs;
import dev.mortise.runtime.type.InstanceType;

/**
 * An interface of a package. All interfaces of a load share the types that they use of each other.
 *
 * @param name its full name
 * @param type what an instance of it exports; the resources that it defines are {@code
 *     freshResources}
 * @param docs what is said of all that was loaded; of this interface under {@code name.toString()}
 */
public record ResolvedInterface(WitInterface.Name name, InstanceType type, Docs docs) {}
