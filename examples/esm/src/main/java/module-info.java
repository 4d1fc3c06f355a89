/** Java programs that run JavaScript, which imports components. */
module dev.mortise.examples.esm {
  requires static org.jspecify;
  requires dev.mortise.esmintegration;
}
