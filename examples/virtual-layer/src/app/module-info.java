/** Puts one component into three layers, each with another world around it. */
module examples.virtual {
  requires dev.mortise.jdkmodulelayer;
  requires diary;
  requires wit.demo.host.v1;
}
