/** What generated code needs at run time, and its users see: small, and without dependencies. */
module dev.mortise.runtime {
  requires static transitive org.jspecify;

  exports dev.mortise.runtime;
}
