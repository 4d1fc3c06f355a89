/**
 * Carries component values to JavaScript values of GraalJS and back, and lets JavaScript functions
 * and classes serve as imports.
 *
 * <p>Entry: {@link dev.mortise.jsbridge.JsComponent}.
 */
module dev.mortise.jsbridge {
  requires static transitive org.jspecify;
  requires transitive dev.mortise.loader;
  requires transitive dev.mortise.runtime;
  requires transitive org.graalvm.polyglot;
  requires dev.mortise.classgen;
  requires org.objectweb.asm;

  exports dev.mortise.jsbridge;
  exports dev.mortise.jsbridge.entry;
  exports dev.mortise.jsbridge.shape;
  exports dev.mortise.jsbridge.untyped;
}
