/**
 * Components in JavaScript: values of the component model become JavaScript's, functions are called
 * both ways. Entry: {@link dev.mortise.jsbridge.JsComponent}; in: a component, a context with its
 * {@link dev.mortise.jsbridge.JsRealm}, and {@link dev.mortise.jsbridge.JsImports}; out: a {@link
 * dev.mortise.jsbridge.JsInstance}, whose exports are JavaScript objects. May import all packages
 * of this module.
 */
@NullMarked
package dev.mortise.jsbridge;

import org.jspecify.annotations.NullMarked;
