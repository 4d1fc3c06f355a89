// What the glue of all components shares in one context. It runs before any code of the user's and
// keeps what it needs of the language, so that nobody can change what it does by changing globals.
// For the same reason nothing here looks a method up on a value: it calls what it has kept.
//
// The value of the script is a function that takes three bytes of the host and gives the object
// that glue takes its functions from. Neither is seen outside of glue.
(function (probe) {
  "use strict";

  const { apply, getPrototypeOf } = Reflect;
  const { create, freeze, defineProperty, getOwnPropertyDescriptor, is, hasOwn } = Object;
  const { isArray } = Array;
  const { asIntN, asUintN } = BigInt;
  const toBigInt = BigInt;
  const { fromCodePoint } = String;
  const { codePointAt, slice, split } = String.prototype;
  const { stringify } = JSON;
  const { isInteger } = Number;
  const { fround } = Math;
  const JsError = Error;
  const JsTypeError = TypeError;
  const JsMap = Map;
  const JsPromise = Promise;
  const JsArrayBuffer = ArrayBuffer;
  const JsUint8Array = Uint8Array;
  const JsFinalizationRegistry = FinalizationRegistry;
  const { set: mapSet, forEach: mapForEach } = Map.prototype;
  const { register, unregister } = FinalizationRegistry.prototype;
  const { then } = Promise.prototype;

  // These getters look at what a value is, not at what it says that it is.
  const getter = (prototype, name) => getOwnPropertyDescriptor(prototype, name).get;
  const typedArrayPrototype = getPrototypeOf(Uint8Array.prototype);
  const typedName = getter(typedArrayPrototype, Symbol.toStringTag);
  const typedLength = getter(typedArrayPrototype, "length");
  const typedBuffer = getter(typedArrayPrototype, "buffer");
  const typedOffset = getter(typedArrayPrototype, "byteOffset");
  const typedBytes = getter(typedArrayPrototype, "byteLength");
  const typedSet = typedArrayPrototype.set;
  const bufferBytes = getter(ArrayBuffer.prototype, "byteLength");
  const mapSize = getter(Map.prototype, "size");

  const none = freeze([]);
  const nameOf = (value) =>
    typeof value === "object" && value !== null ? apply(typedName, value, none) : undefined;
  const is_ = (get, value) => {
    try {
      apply(get, value, none);
      return true;
    } catch {
      return false;
    }
  };

  /** Whether the bytes of a Java buffer can be read: that is for whoever made the context to say. */
  const readsBuffers = (() => {
    try {
      return new Uint8Array(new ArrayBuffer(probe)).length === 3;
    } catch {
      return false;
    }
  })();

  if (!("dispose" in Symbol)) {
    // The symbol of newer versions, which code for older ones knows by this name.
    defineProperty(Symbol, "dispose", { value: Symbol.for("dispose") });
  }
  const dispose = Symbol.dispose;

  // ---- Errors

  const hidden = (object, name, value) =>
    defineProperty(object, name, { value, writable: true, configurable: true });
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

  /** The error of a function's result, where it is thrown. */
  const ComponentError = fixed(
    class ComponentError extends JsError {
      constructor(payload) {
        const isText = typeof payload === "string";
        super(isText ? payload : `${brief(payload)} (see error.payload)`);
        defineProperty(this, "payload", { value: payload, enumerable: !isText });
      }
    },
    "ComponentError",
  );

  /** A trap, or a call that an instance does not take. */
  const RuntimeError = fixed(
    class RuntimeError extends (globalThis.WebAssembly?.RuntimeError ?? JsError) {},
    "RuntimeError",
  );

  /** The lines of a stack trace that are frames. */
  const framesOf = (stack) => {
    const lines = apply(split, stack, ["\n"]);
    let text = "";
    for (let i = 0; i < lines.length; i++) {
      if (apply(slice, lines[i], [0, 7]) === "    at ") text += `\n${lines[i]}`;
    }
    return text;
  };

  const runtimeError = (message, code, frames) => {
    const error = withCode(new RuntimeError(message), code);
    const guest = frames === "" ? [] : apply(split, frames, ["\n"]);
    hidden(error, "guestStack", freeze(guest));
    let stack = `RuntimeError: ${message}`;
    for (let i = 0; i < guest.length; i++) stack += `\n    at ${guest[i]}`;
    const own = error.stack;
    return hidden(error, "stack", typeof own === "string" ? stack + framesOf(own) : stack);
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

  // ---- Values that do not fit

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

  // ---- Characters

  const char = (value, type) => {
    if (typeof value === "string" && value.length > 0 && value.length < 3) {
      const code = apply(codePointAt, value, [0]);
      if (value.length === (code > 0xffff ? 2 : 1) && (code < 0xd800 || code > 0xdfff)) return code;
    }
    return no(value, type, EXPECTED.char);
  };

  // ---- Lists of numbers

  const integer = (low, high) => (x) => isInteger(x) && x >= low && x <= high;
  const KINDS = {
    __proto__: null,
    s8: { jvm: "B", type: Int8Array, name: "Int8Array", fits: integer(-0x80, 0x7f) },
    u8: { jvm: "B", type: Uint8Array, name: "Uint8Array", fits: integer(0, 0xff) },
    s16: { jvm: "S", type: Int16Array, name: "Int16Array", fits: integer(-0x8000, 0x7fff) },
    u16: { jvm: "S", type: Uint16Array, name: "Uint16Array", fits: integer(0, 0xffff) },
    s32: { jvm: "I", type: Int32Array, name: "Int32Array", fits: integer(-0x80000000, 0x7fffffff) },
    u32: { jvm: "I", type: Uint32Array, name: "Uint32Array", fits: integer(0, 0xffffffff) },
    s64: {
      jvm: "J",
      type: BigInt64Array,
      name: "BigInt64Array",
      fits: (x) => typeof x === "bigint" && asIntN(64, x) === x,
    },
    u64: {
      jvm: "J",
      type: BigUint64Array,
      name: "BigUint64Array",
      fits: (x) => typeof x === "bigint" && asUintN(64, x) === x,
    },
    f32: { jvm: "F", type: Float32Array, name: "Float32Array", fits: (x) => typeof x === "number" },
    f64: { jvm: "D", type: Float64Array, name: "Float64Array", fits: (x) => typeof x === "number" },
  };

  /** A typed array of a kind, with what an array or a typed array of another kind holds. */
  const checked = (values, length, element) => {
    const kind = KINDS[element];
    const made = new kind.type(length);
    let i = 0;
    try {
      for (; i < length; i++) {
        const value = values[i];
        if (!kind.fits(value)) no(value, element);
        made[i] = value;
      }
    } catch (e) {
      throw inElement(e, i);
    }
    return made;
  };

  const isLength = (length, wanted, type) => {
    if (wanted !== undefined && length !== wanted) {
      refuse("value-length", type, `${wanted} elements`, `${length}`);
    }
  };

  /** The Java array of a list of numbers. */
  const numbers = (entry, value, element, type, length) => {
    const kind = KINDS[element];
    const name = nameOf(value);
    let array = value;
    if (name === undefined) {
      if (isArray(value)) {
        array = checked(value, value.length, element);
      } else if (element === "u8" && is_(bufferBytes, value)) {
        array = new JsUint8Array(value);
      } else {
        no(value, type, `a ${kind.name} or an array`);
      }
    } else if (name !== kind.name && !(element === "u8" && name === "Uint8ClampedArray")) {
      array = checked(value, apply(typedLength, value, none), element);
    }
    isLength(apply(typedLength, array, none), length, type);
    return entry.numbers(
      kind.jvm,
      apply(typedBuffer, array, none),
      apply(typedOffset, array, none),
      apply(typedBytes, array, none),
    );
  };

  /** A typed array of a Java array. */
  const typed = (entry, array, element) => {
    const length = entry.byteLength(array);
    const bytes = new JsUint8Array(length);
    const buffer = apply(typedBuffer, bytes, none);
    if (length > 0) {
      if (readsBuffers) {
        apply(typedSet, bytes, [new JsUint8Array(new JsArrayBuffer(entry.bytes(array)))]);
      } else {
        entry.copy(array, buffer);
      }
    }
    return element === "u8" ? bytes : new KINDS[element].type(buffer);
  };

  // ---- Maps

  const eachEntry = (value, type, action) => {
    if (typeof value !== "object" || value === null || !is_(mapSize, value)) no(value, type, "a Map");
    apply(mapForEach, value, [(v, k) => action(k, v)]);
  };
  const putEntry = (map, key, value) => {
    apply(mapSet, map, [key, value]);
  };

  // ---- Resources

  /** What a call passes on as own: ended once all arguments are known to fit. */
  let moving;
  const move = (object, end) => {
    moving = { object, end, next: moving };
  };
  const isMoving = (object) => {
    for (let m = moving; m !== undefined; m = m.next) if (m.object === object) return true;
    return false;
  };
  const moved = () => moving;
  const settle = (before, done) => {
    for (; moving !== before && moving !== undefined; moving = moving.next) if (done) moving.end();
  };

  /** What a call of an import lends: ended when it has returned. */
  let lent;
  const lend = (end) => {
    lent = { end, next: lent };
  };
  const lending = () => lent;
  const giveBack = (before) => {
    for (; lent !== before && lent !== undefined; lent = lent.next) lent.end();
  };

  const drop = (entry, handle) => {
    try {
      entry.drop(handle);
    } catch (e) {
      throw failed(entry, e);
    }
  };

  /** Drops what was forgotten; what fails then concerns nobody any more. */
  const registry = (entry) => {
    const made = new JsFinalizationRegistry((handle) => {
      try {
        entry.drop(handle);
      } catch {
        entry.failure();
      }
    });
    return {
      add: (object, handle) => apply(register, made, [object, handle, object]),
      remove: (object) => apply(unregister, made, [object]),
    };
  };

  /** Ends the life of a resource of JavaScript's. */
  const disposeOf = (object) => {
    const method = object[dispose];
    if (typeof method === "function") apply(method, object, none);
  };

  /** A value that is no instance of an imported class. */
  const requireInstance = (value, type, name, handle) => {
    if (!(value instanceof type)) no(value, handle, `an instance of ${name}`);
    return value;
  };

  const named = (type, name) => defineProperty(type, "name", { value: name, configurable: true });
  const newNamespace = () => create(null);
  const exported = (namespace, name, value) => {
    defineProperty(namespace, name, { value, enumerable: true });
  };

  return freeze({
    __proto__: null,
    apply,
    at,
    bad,
    badParam,
    brief,
    char,
    checkLength: isLength,
    ComponentError,
    dispose,
    disposeOf,
    drop,
    eachEntry,
    exported,
    failed,
    freeze,
    fromCodePoint,
    fround,
    giveBack,
    hidden,
    inElement,
    isArray,
    isMoving,
    JsMap,
    JsPromise,
    JsTypeError,
    lend,
    lending,
    move,
    moved,
    named,
    newNamespace,
    no,
    numbers,
    payloadOf,
    putEntry,
    raise: (message, code, frames) => {
      throw runtimeError(message, code, frames);
    },
    refuse,
    registry,
    requireInstance,
    runtimeError,
    settle,
    signed: asIntN,
    then,
    toBigInt,
    typed,
    unsigned: asUintN,
    unwrapped,
    withCode,
  });
});
