/**
 * Turns a validated component into JVM classes: typed interfaces and data types, and the code that
 * lifts and lowers their values without boxing.
 *
 * <p>Nothing stands here yet.
 */
module dev.mortise.classgen {
  requires static transitive org.jspecify;
  requires dev.mortise.loader;
}
