/**
 * Turns a validated component into JVM classes: typed interfaces and data types, and the code that
 * lifts and lowers their values without boxing.
 *
 * <p>What stands here is the mapping of WIT to Java, and the class files of its declarations; the
 * code of calls is not made yet.
 */
module dev.mortise.classgen {
  requires static transitive org.jspecify;
  requires transitive dev.mortise.loader;
  requires transitive dev.mortise.runtime;
  requires org.objectweb.asm;

  exports dev.mortise.classgen.emit;
  exports dev.mortise.classgen.mapping;
}
