package dev.mortise.runtime.value;

/**
 * A handle to a resource as the run time gives it out; what is in it is the run time's business.
 */
public interface Handle {}
