/** Unit tests that run the real component with mocked imports. */
module dev.mortise.testing {
  requires static transitive org.jspecify;
  requires dev.mortise.classgen;
  requires transitive dev.mortise.loader;
  requires transitive dev.mortise.runtime;
  requires transitive org.junit.jupiter.api;
  // Part of this module's own jar, under another name.
  requires static net.bytebuddy;

  exports dev.mortise.testing;
  exports dev.mortise.testing.mock;
  exports dev.mortise.testing.wasi;

  opens dev.mortise.testing to
      org.junit.platform.commons;
}
