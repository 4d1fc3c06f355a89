/** A Java program that loads a component, gives it its import as a lambda and calls it. */
module dev.mortise.examples.hello {
  requires static org.jspecify;
  requires dev.mortise.loader;
}
