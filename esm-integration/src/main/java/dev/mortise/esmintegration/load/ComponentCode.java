package dev.mortise.esmintegration.load;

import dev.mortise.esmintegration.resolve.Exports;
import dev.mortise.jsbridge.shape.JsShape;
import dev.mortise.jsbridge.shape.JsShape.Item;
import dev.mortise.jsbridge.shape.JsShape.Namespace;
import dev.mortise.loader.Component;

/**
 * A component that was loaded, for all contexts.
 *
 * @param number tells it from all other components of the store
 * @param name of the file, for stack traces
 * @param shape what it imports and exports, as JavaScript names it
 * @param exports its interfaces by name
 */
public record ComponentCode(
    int number, Component component, String name, JsShape shape, Exports exports) {

  static ComponentCode of(int number, Component component, String name) {
    JsShape shape = JsShape.of(component.type());
    return new ComponentCode(
        number,
        component,
        name,
        shape,
        new Exports(
            shape.exports().stream().filter(Namespace.class::isInstance).map(Item::wit).toList()));
  }
}
