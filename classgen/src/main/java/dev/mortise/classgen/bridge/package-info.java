/**
 * The way between values without types and the objects of generated code: what is called by name
 * with {@code ComponentValue}s runs generated code by it, and a typed method for which there is no
 * code runs the interpreter. Entry: {@link dev.mortise.classgen.bridge.ValueBridges}, {@link
 * dev.mortise.classgen.bridge.MethodBridge}; in: WIT types, their Java model and its classes. May
 * import mapping, and of loader its types, values and functions.
 */
@org.jspecify.annotations.NullMarked
package dev.mortise.classgen.bridge;
