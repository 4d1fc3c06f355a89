package examples.layer;

import dev.mortise.jdkmodulelayer.ComponentLayer;
import dev.mortise.jdkmodulelayer.FreshInstance;
import java.nio.file.Path;
import wit.docs.math.v0_2.Ops;
import wit.docs.shop.v1.Cart;

/** Three components that import from one another, as modules of a layer. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    Path components = Path.of(args[0]);
    // bill imports from shop and ops, and shop from ops: who supplies what is found by itself.
    try (ComponentLayer layer =
        ComponentLayer.builder().path(components).resolve("bill").define()) {
      Cart cart = layer.get("shop", Cart.class);
      System.out.println("40 + 2 is " + cart.total(40, 2));
      try (FreshInstance own = layer.fresh("shop")) {
        own.get(Cart.class).total(1, 1);
        System.out.println("the shop's calls: " + cart.calls());
      }
    }
    // The same shop in another layer, where Java takes the place of ops.
    Ops rounding = new RoundingOps();
    try (ComponentLayer layer =
        ComponentLayer.builder()
            .path(components)
            .bind(Ops.class, rounding)
            .resolve("shop")
            .define()) {
      System.out.println("rounded up " + layer.get("shop", Cart.class).total(40, 2));
    }
  }
}
