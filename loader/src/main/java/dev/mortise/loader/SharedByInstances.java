package dev.mortise.loader;

import dev.mortise.runtime.instance.FunctionAbis;
import dev.mortise.runtime.instance.HandleMaker;

/**
 * What all instances of a component have in common beside its code.
 *
 * @param abis the Canonical ABI of its functions
 * @param handles makes the handles that come to the host
 */
record SharedByInstances(FunctionAbis abis, HandleMaker handles) {}
