/**
 * Makes a component an ES module in GraalJS, with its own imports resolved in the same module
 * graph.
 *
 * <p>Entry: {@link dev.mortise.esmintegration.ComponentModules}.
 */
module dev.mortise.esmintegration {
  requires static transitive org.jspecify;
  requires transitive dev.mortise.jsbridge;
  requires transitive dev.mortise.loader;
  requires transitive dev.mortise.runtime;
  requires transitive org.graalvm.polyglot;
  requires com.fasterxml.jackson.databind;

  exports dev.mortise.esmintegration;
  exports dev.mortise.esmintegration.graph;
  exports dev.mortise.esmintegration.importmap;
  exports dev.mortise.esmintegration.repl;
  exports dev.mortise.esmintegration.types;
  exports dev.mortise.esmintegration.url;
}
