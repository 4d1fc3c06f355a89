/**
 * The public face of the loader: what a program needs to load a component and call it.
 *
 * <pre>{@code
 * Component component = Component.load(Path.of("greeter.wasm"));
 * Imports imports = Imports.builder()
 *     .instance("docs:clock/now@1.0.0", clock -> clock.func("hour", args -> 9))
 *     .build();
 * Instance instance = component.instantiate(imports);
 * String answer = instance.call("greet", "World").asString();
 * }</pre>
 *
 * <p>May use every other package of the loader; none of them uses this one.
 */
@NullMarked
package dev.mortise.loader;

import org.jspecify.annotations.NullMarked;
