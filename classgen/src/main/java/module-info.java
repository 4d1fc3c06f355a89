/**
 * Turns a validated component into JVM classes: typed interfaces and data types, and the code that
 * lifts and lowers their values without boxing.
 *
 * <p>Entry: {@link dev.mortise.classgen.TypedComponent}.
 */
module dev.mortise.classgen {
  requires static transitive org.jspecify;
  requires transitive dev.mortise.loader;
  requires transitive dev.mortise.runtime;
  requires org.objectweb.asm;
  requires org.objectweb.asm.commons;

  exports dev.mortise.classgen;
  exports dev.mortise.classgen.bridge;
  exports dev.mortise.classgen.call;
  exports dev.mortise.classgen.emit;
  exports dev.mortise.classgen.jar;
  exports dev.mortise.classgen.mapping;
  exports dev.mortise.classgen.source;
  exports dev.mortise.classgen.view;
}
