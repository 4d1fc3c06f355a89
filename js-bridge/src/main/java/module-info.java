/**
 * Carries component values to JavaScript values of GraalJS and back, and lets JavaScript functions
 * and classes serve as imports.
 *
 * <p>Nothing stands here yet.
 */
module dev.mortise.jsbridge {
  requires static transitive org.jspecify;
  requires dev.mortise.loader;
  requires dev.mortise.classgen;
}
