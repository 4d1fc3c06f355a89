/**
 * What generated code needs at run time, and its users see: the Canonical ABI, the instances of
 * components, and the engine that runs their core code. It decodes no components, compiles nothing
 * and makes no classes; who does is another module, at run time {@code dev.mortise.loader}.
 */
module dev.mortise.runtime {
  requires static org.jspecify;
  requires com.dylibso.chicory.wasm;
  requires com.dylibso.chicory.runtime;

  exports dev.mortise.runtime;
  exports dev.mortise.runtime.abi;
  exports dev.mortise.runtime.abi.layout;
  exports dev.mortise.runtime.abi.recipe;
  exports dev.mortise.runtime.core;
  exports dev.mortise.runtime.engine;
  exports dev.mortise.runtime.engine.chicory;
  exports dev.mortise.runtime.engine.chicory.stub;
  exports dev.mortise.runtime.error;
  exports dev.mortise.runtime.generated;
  exports dev.mortise.runtime.glue;
  exports dev.mortise.runtime.instance;
  exports dev.mortise.runtime.link;
  exports dev.mortise.runtime.name;
  exports dev.mortise.runtime.plan;
  exports dev.mortise.runtime.type;
  exports dev.mortise.runtime.value;
  exports dev.mortise.runtime.view;
}
