/**
 * Gives components the WASI interfaces: 0.2 first, then 0.3, and preview 1 for core modules.
 *
 * <p>Nothing stands here yet.
 */
module dev.mortise.wasi {
  requires static transitive org.jspecify;
  requires dev.mortise.loader;
  requires dev.mortise.classgen;
}
