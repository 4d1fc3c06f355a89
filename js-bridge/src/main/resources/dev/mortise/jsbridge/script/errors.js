// The errors that users see, and how a value that does not fit becomes one.
(function (R, probe) {
  "use strict";

  const {
    apply, defineProperty, freeze, hasOwn, is, is_, isArray, isInteger, JsError, JsPromise,
    JsTypeError, mapSize, nameOf, slice, split, stringify,
  } = R;

  const hidden = (object, name, value) =>
    defineProperty(object, name, { __proto__: null, value, writable: true, configurable: true });
  const fixed = (type, name) => {
    hidden(type.prototype, "name", name);
    freeze(type.prototype);
    return freeze(type);
  };
  const withCode = (error, code) => hidden(error, "code", code);

  /** A value in a message: short, and without running code that may be its own. */
  const brief = (value) => {
    switch (typeof value) {
      case "string":
        return stringify(value.length > 40 ? `${apply(slice, value, [0, 40])}…` : value);
      case "number":
        return is(value, -0) ? "-0" : `${value}`;
      case "bigint":
        return `${value}n`;
      case "symbol":
        return "a symbol";
      case "function":
        return "a function";
      case "object": {
        if (value === null) return "null";
        if (isArray(value)) return "an array";
        const name = nameOf(value);
        if (name !== undefined) return apply(slice, name, [0, 1]) === "I" ? `an ${name}` : `a ${name}`;
        if (is_(mapSize, value)) return "a Map";
        return value instanceof JsPromise ? "a Promise" : "an object";
      }
      default:
        return `${value}`;
    }
  };

  /**
   * The frames of where it is called, those of the user's code. An error of a class of our own has
   * none: GraalJS leaves out all up to the constructor, and that one is hidden.
   */
  const frames = () => {
    const stack = new JsError().stack;
    if (typeof stack !== "string") return "";
    const lines = apply(split, stack, ["\n"]);
    let text = "";
    for (let i = 0; i < lines.length; i++) {
      if (apply(slice, lines[i], [0, 7]) === "    at ") text += `\n${lines[i]}`;
    }
    return text;
  };

  /** The error of a function's result, where it is thrown. */
  const ComponentError = fixed(
    class ComponentError extends JsError {
      constructor(payload) {
        const isText = typeof payload === "string";
        super(isText ? payload : `${brief(payload)} (see error.payload)`);
        defineProperty(this, "payload", { __proto__: null, value: payload, enumerable: !isText });
        hidden(this, "stack", `ComponentError: ${this.message}${frames()}`);
      }
    },
    "ComponentError",
  );

  /** A trap, or a call that an instance does not take. */
  const RuntimeError = fixed(
    class RuntimeError extends (globalThis.WebAssembly?.RuntimeError ?? JsError) {},
    "RuntimeError",
  );

  const runtimeError = (message, code, guestFrames) => {
    const error = withCode(new RuntimeError(message), code);
    const guest = guestFrames === "" ? [] : apply(split, guestFrames, ["\n"]);
    hidden(error, "guestStack", freeze(guest));
    let stack = `RuntimeError: ${message}`;
    for (let i = 0; i < guest.length; i++) stack += `\n    at ${guest[i]}`;
    return hidden(error, "stack", stack + frames());
  };

  const raise = (message, code, guestFrames) => {
    throw runtimeError(message, code, guestFrames);
  };

  /** The error to throw for what a call of the entry threw. */
  const failed = (entry, e, payload) => {
    switch (entry.failure()) {
      case 1:
        return new ComponentError(payload === undefined ? undefined : payload());
      case 2:
      case 4:
        return runtimeError(entry.message(), entry.code(), entry.frames());
      case 3:
        return withCode(new JsTypeError(entry.message()), entry.code());
      default:
        return e; // JavaScript's own
    }
  };

  /** The payload of the error that an import throws for its result; other errors go on. */
  const payloadOf = (e) => {
    if (typeof e === "object" && e !== null && hasOwn(e, "payload")) return e.payload;
    if (e instanceof JsError) throw e;
    return e;
  };

  /** What a function returned that may be a whole result; its error is thrown. */
  const unwrapped = (value) => {
    if (typeof value !== "object" || value === null) return value;
    const tag = value.tag;
    if (tag === "err") throw { __proto__: null, payload: value.val };
    return tag === "ok" ? value.val : value;
  };

  const EXPECTED = {
    __proto__: null,
    bool: "a boolean",
    s8: "an integer from -128 to 127",
    u8: "an integer from 0 to 255",
    s16: "an integer from -32768 to 32767",
    u16: "an integer from 0 to 65535",
    s32: "an integer from -2147483648 to 2147483647",
    u32: "an integer from 0 to 4294967295",
    s64: "a BigInt from -9223372036854775808n to 9223372036854775807n",
    u64: "a BigInt from 0n to 18446744073709551615n",
    f32: "a number",
    f64: "a number",
    char: "a string of one code point, which is no surrogate",
    string: "a string",
  };

  /** What is being refused. It is on its way until glue makes an error of it, and no code runs then. */
  let refused;

  const refuse = (code, type, expected, found) => {
    refused = { code, type, expected, found, path: "" };
    throw refused;
  };

  /** Refuses a value that is of a wrong type, or a number that is out of its range. */
  const no = (value, type, expected = EXPECTED[type]) => {
    const inKind =
      typeof value === "bigint" ? type === "s64" || type === "u64" : typeof value === "number";
    const isRange = inKind && EXPECTED[type] === expected && (typeof value === "bigint" || !(type === "s64" || type === "u64"));
    let found = brief(value);
    if (typeof value === "number" && isInteger(value) && (type === "s64" || type === "u64")) {
      found += `, a number: write ${value}n`;
    } else if (value instanceof JsPromise) {
      found += ", and the function is not asynchronous";
    }
    return refuse(isRange || type === "char" && typeof value === "string" ? "value-range" : "value-type", type, expected, found);
  };

  /** Refuses a promise: a component cannot wait for it yet. */
  const noPromise = (value, name) => {
    if (value instanceof JsPromise) {
      throw withCode(
        new JsTypeError(`${name}: found a Promise, which a component cannot wait for yet; return the value`),
        "unsupported-promise",
      );
    }
  };

  /** Says where in a value the refused part is; other errors go through. */
  const at = (e, label) => {
    if (e === refused && e !== undefined) e.path = `: ${label}${e.path}`;
    return e;
  };
  const inElement = (e, i) => at(e, `element ${i}`);

  /** The error to throw for a value that was refused; other errors go through. */
  const bad = (e, where) => {
    if (e !== refused || e === undefined) return e;
    refused = undefined;
    const message = `${where}${e.path} (${e.type}): expected ${e.expected}, found ${e.found}`;
    return withCode(new JsTypeError(message), e.code);
  };
  const badParam = (e, name, label) => bad(e, `${name}: parameter "${label}"`);

  return {
    __proto__: null,
    ...R,
    at, bad, badParam, brief, ComponentError, EXPECTED, failed, fixed, frames, hidden, inElement,
    no, noPromise, payloadOf, raise, refuse, RuntimeError, runtimeError, unwrapped, withCode,
  };
})
