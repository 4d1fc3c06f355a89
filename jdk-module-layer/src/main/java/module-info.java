/**
 * Finds components on a path, resolves their imports by name against one another, and defines them
 * as modules of a {@link java.lang.ModuleLayer}.
 *
 * <p>Entry: {@link dev.mortise.jdkmodulelayer.ComponentLayer}.
 */
module dev.mortise.jdkmodulelayer {
  requires static transitive org.jspecify;
  requires transitive dev.mortise.classgen;
  requires dev.mortise.loader;
  requires transitive dev.mortise.runtime;
  requires org.objectweb.asm;

  exports dev.mortise.jdkmodulelayer;
  exports dev.mortise.jdkmodulelayer.contract;
  exports dev.mortise.jdkmodulelayer.find;
  exports dev.mortise.jdkmodulelayer.resolve;
}
