/**
 * What JavaScript sees of a component, as data: names and WIT types. Entry: {@link
 * dev.mortise.jsbridge.shape.JsShape#of}; in: a component's type. May import {@code runtime}'s
 * names and types.
 */
@NullMarked
package dev.mortise.jsbridge.shape;

import org.jspecify.annotations.NullMarked;
