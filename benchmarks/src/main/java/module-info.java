/** Measures with JMH what calls and instances cost. */
module dev.mortise.benchmarks {
  requires static transitive org.jspecify;
  requires dev.mortise.classgen;
  requires dev.mortise.jsbridge;
  requires dev.mortise.loader;
  requires dev.mortise.runtime;
  requires com.dylibso.chicory.wasm;
  requires com.dylibso.chicory.runtime;
  requires com.dylibso.chicory.compiler;
  requires org.graalvm.polyglot;
  requires jmh.core;
  requires jdk.unsupported; // the harness that JMH generates
}
