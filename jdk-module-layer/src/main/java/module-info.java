/**
 * Finds components on a path, resolves their imports by name against one another, and defines them
 * as modules of a {@link java.lang.ModuleLayer}.
 *
 * <p>Nothing stands here yet.
 */
module dev.mortise.jdkmodulelayer {
  requires static transitive org.jspecify;
  requires dev.mortise.loader;
  requires dev.mortise.classgen;
}
