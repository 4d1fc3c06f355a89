/** The command {@code mortise}. */
module dev.mortise.cli {
  requires static transitive org.jspecify;
  requires com.fasterxml.jackson.databind;
  requires dev.mortise.classgen;
  requires dev.mortise.esmintegration;
  requires dev.mortise.jdkmodulelayer;
  requires dev.mortise.loader;
  requires dev.mortise.tck;
  requires dev.mortise.wasi;
  requires info.picocli;
  requires java.compiler;
  requires static org.eclipse.jetty.http;
  requires static org.eclipse.jetty.io;
  requires static org.eclipse.jetty.server;
  requires static org.eclipse.jetty.util;
  requires static org.graalvm.polyglot;
  requires static org.jline;

  opens dev.mortise.cli to
      info.picocli;
  opens dev.mortise.cli.cache to
      info.picocli;
  opens dev.mortise.cli.input to
      info.picocli;
  opens dev.mortise.cli.run to
      info.picocli;
}
