/** The command {@code mortise}. */
module dev.mortise.cli {
  requires static transitive org.jspecify;
  requires com.fasterxml.jackson.databind;
  requires dev.mortise.loader;
  requires dev.mortise.tck;
  requires info.picocli;

  opens dev.mortise.cli to
      info.picocli;
}
