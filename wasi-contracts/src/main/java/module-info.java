/**
 * The interfaces of WASI 0.2 as Java interfaces, one package for each package of WIT, made from its
 * text: what a host implements, and what a component calls.
 */
module dev.mortise.wasi.contracts {
  requires static transitive org.jspecify;
  requires transitive dev.mortise.runtime;

  exports wit.wasi.cli.v0_2;
  exports wit.wasi.clocks.v0_2;
  exports wit.wasi.filesystem.v0_2;
  exports wit.wasi.http.v0_2;
  exports wit.wasi.io.v0_2;
  exports wit.wasi.random.v0_2;
  exports wit.wasi.sockets.v0_2;
}
