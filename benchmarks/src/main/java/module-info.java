/**
 * Measures with JMH what a call, a load and an instantiation cost.
 *
 * <p>Nothing stands here yet.
 */
module dev.mortise.benchmarks {
  requires static transitive org.jspecify;
  requires dev.mortise.loader;
}
