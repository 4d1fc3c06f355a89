/**
 * From the bytes of a WebAssembly component to a running instance: decode, validate, plan,
 * instantiate, and the Canonical ABI that carries values in and out.
 */
@SuppressWarnings("module") // those it exports to are built after it
module dev.mortise.loader {
  requires static transitive org.jspecify;
  requires com.dylibso.chicory.wasm;
  requires com.dylibso.chicory.runtime;
  requires com.dylibso.chicory.compiler;

  exports dev.mortise.loader.error;
  exports dev.mortise.loader.decode to
      dev.mortise.tck;
  exports dev.mortise.loader.model to
      dev.mortise.tck;
  exports dev.mortise.loader.validate to
      dev.mortise.tck;
}
