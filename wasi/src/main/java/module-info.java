/** Gives components the interfaces of WASI: nothing by default, and no more than is granted. */
module dev.mortise.wasi {
  requires static transitive org.jspecify;
  requires transitive dev.mortise.classgen;
  requires transitive dev.mortise.loader;
  requires transitive dev.mortise.runtime;
  requires transitive dev.mortise.wasi.contracts;
  requires java.net.http;
  requires jdk.net;

  exports dev.mortise.wasi;
  exports dev.mortise.wasi.config;
  exports dev.mortise.wasi.exchange;
}
