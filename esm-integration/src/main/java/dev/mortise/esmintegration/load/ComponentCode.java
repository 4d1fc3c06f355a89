package dev.mortise.esmintegration.load;

import dev.mortise.esmintegration.resolve.Exports;
import dev.mortise.jsbridge.JsComponent;
import dev.mortise.jsbridge.shape.JsShape;
import dev.mortise.jsbridge.shape.JsShape.Item;
import dev.mortise.jsbridge.shape.JsShape.Namespace;

/**
 * A component with its code for JavaScript, shared by all contexts.
 *
 * @param number tells it from all other components of the store
 * @param js the component
 * @param exports its interfaces by name
 */
public record ComponentCode(int number, JsComponent js, Exports exports) {

  static ComponentCode of(int number, JsComponent js) {
    return new ComponentCode(
        number,
        js,
        new Exports(
            js.shape().exports().stream()
                .filter(Namespace.class::isInstance)
                .map(Item::wit)
                .toList()));
  }

  /** What it imports and exports, as JavaScript names it. */
  public JsShape shape() {
    return js.shape();
  }
}
