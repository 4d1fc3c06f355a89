/** A Java program that calls a component by an interface of its own. */
module dev.mortise.examples.typed {
  requires static org.jspecify;
  requires dev.mortise.classgen;

  // Generated code implements one interface and calls the other.
  exports dev.mortise.examples.typed;
}
