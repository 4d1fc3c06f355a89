/**
 * From the bytes of a WebAssembly component to a running instance: decode, validate, plan,
 * instantiate, and the Canonical ABI that carries values in and out.
 */
module dev.mortise.loader {
  requires static transitive org.jspecify;
  requires com.dylibso.chicory.wasm;
  requires com.dylibso.chicory.runtime;
  requires com.dylibso.chicory.compiler;
}
