/**
 * Imports components and WIT at build time: classes on the compile path, modular jars in the
 * result.
 *
 * <p>Nothing stands here yet.
 */
module dev.mortise.mavenplugin {
  requires static transitive org.jspecify;
  requires dev.mortise.classgen;
  requires dev.mortise.jdkmodulelayer;
}
