/**
 * Makes a component an ES module in GraalJS, with its own imports resolved in the same module
 * graph.
 */
module dev.mortise.esmintegration {
  requires static transitive org.jspecify;
  requires transitive dev.mortise.runtime;
  requires dev.mortise.jsbridge;
  requires com.fasterxml.jackson.databind;

  exports dev.mortise.esmintegration.importmap;
  exports dev.mortise.esmintegration.url;
}
