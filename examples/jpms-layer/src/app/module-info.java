/** Uses components by the interfaces that they share, and not one of them by its name in a type. */
module examples.layer {
  requires dev.mortise.jdkmodulelayer;
  requires wit.docs.math.v0_2;
  requires wit.docs.shop.v1;
}
