/**
 * From the bytes of a WebAssembly component to a running instance: decode, validate, plan,
 * instantiate, and the Canonical ABI that carries values in and out.
 */
@SuppressWarnings("module") // the modules named after "to" are built later
module dev.mortise.loader {
  requires static transitive org.jspecify;
  requires transitive dev.mortise.runtime;
  requires com.dylibso.chicory.wasm;
  requires com.dylibso.chicory.runtime;
  requires com.dylibso.chicory.compiler;
  requires org.objectweb.asm;

  exports dev.mortise.loader;
  exports dev.mortise.loader.compat;
  exports dev.mortise.loader.core;
  exports dev.mortise.loader.decode;
  exports dev.mortise.loader.engine.chicory.stub;
  exports dev.mortise.loader.error;
  exports dev.mortise.loader.glue;
  exports dev.mortise.loader.instance;
  exports dev.mortise.loader.link;
  exports dev.mortise.loader.model;
  exports dev.mortise.loader.name;
  exports dev.mortise.loader.plan;
  exports dev.mortise.loader.report;
  exports dev.mortise.loader.type;
  exports dev.mortise.loader.validate;
  exports dev.mortise.loader.value;
  exports dev.mortise.loader.wave;
  exports dev.mortise.loader.wit;
  exports dev.mortise.loader.abi to
      dev.mortise.classgen;
  exports dev.mortise.loader.abi.layout to
      dev.mortise.classgen;
  exports dev.mortise.loader.abi.recipe to
      dev.mortise.classgen;
  exports dev.mortise.loader.engine to
      dev.mortise.classgen;
}
