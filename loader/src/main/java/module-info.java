/**
 * From the bytes of a WebAssembly component to a running instance: decode, validate, plan,
 * instantiate.
 */
module dev.mortise.loader {
  requires static transitive org.jspecify;
  requires transitive dev.mortise.runtime;
  requires com.dylibso.chicory.wasm;
  requires com.dylibso.chicory.runtime;
  requires com.dylibso.chicory.compiler;
  requires org.objectweb.asm;

  exports dev.mortise.loader;
  exports dev.mortise.loader.cache;
  exports dev.mortise.loader.compat;
  exports dev.mortise.loader.compile;
  exports dev.mortise.loader.compile.lazy;
  exports dev.mortise.loader.decode;
  exports dev.mortise.loader.link;
  exports dev.mortise.loader.model;
  exports dev.mortise.loader.plan;
  exports dev.mortise.loader.report;
  exports dev.mortise.loader.validate;
  exports dev.mortise.loader.wave;
  exports dev.mortise.loader.wit;
  exports dev.mortise.loader.wit.docs;
  exports dev.mortise.loader.wit.parse;
  exports dev.mortise.loader.wit.resolve;
  exports dev.mortise.loader.wit.source;
  exports dev.mortise.loader.wit.syntax;
}
