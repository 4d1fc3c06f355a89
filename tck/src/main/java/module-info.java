/**
 * Runs the conformance suites of the component model and keeps the table of what passes.
 *
 * <p>Nothing stands here yet.
 */
module dev.mortise.tck {
  requires static transitive org.jspecify;
  requires dev.mortise.loader;
  requires dev.mortise.classgen;
  requires dev.mortise.jdkmodulelayer;
  requires dev.mortise.jsbridge;
  requires dev.mortise.esmintegration;
  requires dev.mortise.wasi;
  requires dev.mortise.testing;
  requires dev.mortise.cli;
}
