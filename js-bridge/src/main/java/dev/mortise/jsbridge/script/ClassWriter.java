package dev.mortise.jsbridge.script;

import dev.mortise.jsbridge.shape.JsShape.Function;
import dev.mortise.jsbridge.shape.JsShape.ResourceClass;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Writes the classes of resources whose handles the glue keeps: in a private field, which no code
 * outside of the class can read.
 */
final class ClassWriter {
  private final ExportWriter functions;

  ClassWriter(ExportWriter functions) {
    this.functions = functions;
  }

  /**
   * Declares what conversions call: {@code ownN} and {@code borrowN} give the handle of an object,
   * {@code wrapN} makes an object of a handle.
   */
  static void declare(Js js, int number) {
    js.line("let own" + number + ", borrow" + number + ", wrap" + number + ";");
  }

  /**
   * Writes a class as {@code ClassN}.
   *
   * @param owner the exported interface, or null for a resource of the world
   */
  void write(Js js, @Nullable String owner, ResourceClass resource, int number) {
    js.open("const Class" + number + " = (() => {");
    js.line("const KEY = {};");
    js.line("let is;");
    js.open("class Resource {");
    js.line("#handle = null;");
    js.line("#ended = \"is still being made\";");
    js.line("#lent = false;");
    constructor(js, owner, resource);
    keep(js);
    for (Function method : resource.methods()) {
      functions.method(js, owner, method, "[" + Js.quote(method.js()) + "]", "E");
    }
    for (Function method : resource.statics()) {
      functions.method(js, owner, method, "static [" + Js.quote(method.js()) + "]", "E");
    }
    dispose(js, resource);
    conversions(js, resource, number);
    js.close("}");
    js.line("return named(Resource, " + Js.quote(resource.js()) + ");");
    js.close("})();");
  }

  private void constructor(Js js, @Nullable String owner, ResourceClass resource) {
    Function constructor = resource.constructor();
    int params = constructor == null ? 0 : constructor.type().params().size();
    js.open(
        "constructor("
            + IntStream.range(0, Math.max(3, params))
                .mapToObj(i -> "a" + i)
                .collect(Collectors.joining(", "))
            + ") {");
    js.open("if (a0 === KEY) {");
    js.line("this.#keep(a1, a2);");
    js.line("return;");
    js.close("}");
    if (constructor == null) {
      js.line(
          "throw withCode(new JsTypeError("
              + Js.quote("new " + resource.wit() + ": the resource has no constructor")
              + "), \"value-type\");");
    } else {
      functions.body(js, owner, constructor, false, ExportWriter.Use.KEEP_AS_HANDLE, "E");
    }
    js.close("}");
  }

  private static void keep(Js js) {
    js.open("#keep(handle, isLent) {");
    js.line("this.#handle = handle;");
    js.line("this.#lent = isLent;");
    js.line("if (isLent) lend(() => this.#end(\"was lent for a call that has returned\"));");
    js.line("else forgotten.add(this, handle);");
    js.close("}");
    js.open("#end(why) {");
    js.line("if (!this.#lent) forgotten.remove(this);");
    js.line("this.#handle = null;");
    js.line("this.#ended = why;");
    js.close("}");
  }

  private static void dispose(Js js, ResourceClass resource) {
    js.open("[dispose]() {");
    js.open("if (!is(this)) {");
    js.line(
        "throw withCode(new JsTypeError("
            + Js.quote(resource.wit() + ": expected a " + resource.js() + " to dispose")
            + "), \"value-type\");");
    js.close("}");
    js.line("if (this.#handle === null) return;");
    js.line("if (!this.#lent) drop(E, this.#handle);");
    js.line("this.#end(\"was disposed\");");
    js.close("}");
  }

  private static void conversions(Js js, ResourceClass resource, int number) {
    String own = Js.quote("own<" + resource.wit() + ">");
    String borrow = Js.quote("borrow<" + resource.wit() + ">");
    String one = Js.quote("a " + resource.js());
    js.open("static {");
    js.line("is = (value) => typeof value === \"object\" && value !== null && #handle in value;");
    js.open("const live = (value, type) => {");
    js.line("if (!is(value)) no(value, type, " + one + ");");
    js.open("if (value.#handle === null) {");
    js.line("refuse(\"resource-ended\", type, " + one + ", `one that ${value.#ended}`);");
    js.close("}");
    js.line("return value.#handle;");
    js.close("};");
    js.line("borrow" + number + " = (value) => live(value, " + borrow + ");");
    js.open("own" + number + " = (value) => {");
    js.line("const handle = live(value, " + own + ");");
    js.open("if (value.#lent) {");
    js.line("refuse(\"resource-not-owned\", " + own + ", " + one + ", \"one that is lent\");");
    js.close("}");
    js.open("if (isMoving(value)) {");
    js.line("refuse(\"resource-ended\", " + own + ", " + one + ", \"one that is passed twice\");");
    js.close("}");
    js.line("move(value, () => value.#end(\"was passed on\"));");
    js.line("return handle;");
    js.close("};");
    js.line("wrap" + number + " = (handle, isLent) => new Resource(KEY, handle, isLent);");
    js.close("}");
  }
}
