// Characters, lists of numbers, and maps.
(function (R, probe) {
  "use strict";

  const {
    apply, signed, unsigned, bufferBytes, codePointAt, EXPECTED, inElement, is_, isArray, isInteger,
    JsArrayBuffer, JsUint8Array, mapForEach, mapSet, mapSize, nameOf, no, none, readsBuffers,
    refuse, typedBuffer, typedBytes, typedLength, typedOffset, typedSet,
  } = R;

  const char = (value, type) => {
    if (typeof value === "string" && value.length > 0 && value.length < 3) {
      const code = apply(codePointAt, value, [0]);
      if (value.length === (code > 0xffff ? 2 : 1) && (code < 0xd800 || code > 0xdfff)) return code;
    }
    return no(value, type, EXPECTED.char);
  };

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
      fits: (x) => typeof x === "bigint" && signed(64, x) === x,
    },
    u64: {
      jvm: "J",
      type: BigUint64Array,
      name: "BigUint64Array",
      fits: (x) => typeof x === "bigint" && unsigned(64, x) === x,
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

  const checkLength = (length, wanted, type) => {
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
    checkLength(apply(typedLength, array, none), length, type);
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

  const eachEntry = (value, type, action) => {
    if (typeof value !== "object" || value === null || !is_(mapSize, value)) no(value, type, "a Map");
    apply(mapForEach, value, [(v, k) => action(k, v)]);
  };
  const putEntry = (map, key, value) => {
    apply(mapSet, map, [key, value]);
  };

  return {
    __proto__: null,
    ...R,
    char, checked, eachEntry, integer, checkLength, KINDS, numbers, putEntry, typed,
  };
})
