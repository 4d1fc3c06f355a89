package dev.mortise.runtime.engine;

import java.util.List;

/**
 * The static JVM method that a core function was compiled to, for generated code to call directly.
 *
 * @param loader the class loader that finds the owner
 * @param owner the internal name of the class
 * @param name the method
 * @param descriptor its descriptor: the core parameters, then the {@code environment}; several
 *     results are a {@code long[]} of words
 * @param environment the internal names of the classes of what {@link CoreFunction#environment}
 *     gives
 */
public record CompiledFunction(
    ClassLoader loader, String owner, String name, String descriptor, List<String> environment) {
  public CompiledFunction {
    environment = List.copyOf(environment);
  }
}
