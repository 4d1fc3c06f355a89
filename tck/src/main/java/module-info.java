/**
 * Runs the conformance suites of the component model and keeps the table of what passes. Entry:
 * {@link dev.mortise.tck.Tck}.
 */
module dev.mortise.tck {
  requires static transitive org.jspecify;
  requires transitive dev.mortise.loader;
  requires dev.mortise.classgen;
  requires transitive com.fasterxml.jackson.databind;

  exports dev.mortise.tck;
  exports dev.mortise.tck.host;
  exports dev.mortise.tck.report;
  exports dev.mortise.tck.run;
  exports dev.mortise.tck.script;
}
