/**
 * Makes a component an ES module in GraalJS, with its own imports resolved in the same module
 * graph.
 *
 * <p>Nothing stands here yet.
 */
module dev.mortise.esmintegration {
  requires static transitive org.jspecify;
  requires dev.mortise.jsbridge;
}
