/**
 * From the bytes of a WebAssembly component to a running instance: decode, validate, plan,
 * instantiate, and the Canonical ABI that carries values in and out.
 */
@SuppressWarnings("module") // the modules named after "to" are built later
module dev.mortise.loader {
  requires static transitive org.jspecify;
  requires com.dylibso.chicory.wasm;
  requires com.dylibso.chicory.runtime;
  requires com.dylibso.chicory.compiler;

  exports dev.mortise.loader.error;
  exports dev.mortise.loader.decode to
      dev.mortise.cli;
  exports dev.mortise.loader.model to
      dev.mortise.cli;
  exports dev.mortise.loader.report to
      dev.mortise.cli;
  exports dev.mortise.loader.type to
      dev.mortise.cli;
  exports dev.mortise.loader.validate to
      dev.mortise.cli;
  exports dev.mortise.loader.wit to
      dev.mortise.cli;
}
