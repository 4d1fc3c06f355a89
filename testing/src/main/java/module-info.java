/**
 * Runs a component in a JUnit test with mocked imports, recorded calls and a virtual clock, file
 * system and network.
 *
 * <p>Nothing stands here yet.
 */
module dev.mortise.testing {
  requires static transitive org.jspecify;
  requires dev.mortise.jdkmodulelayer;
  requires dev.mortise.wasi;
}
