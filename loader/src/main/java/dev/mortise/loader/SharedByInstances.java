package dev.mortise.loader;

import dev.mortise.runtime.instance.FunctionAbis;

/**
 * What all instances of a component have in common beside its code.
 *
 * @param abis the Canonical ABI of its functions
 * @param watchesHandles whether handles of the host warn when nobody has closed them
 */
record SharedByInstances(FunctionAbis abis, boolean watchesHandles) {}
