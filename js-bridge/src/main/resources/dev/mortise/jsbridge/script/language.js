// The parts of the language that the bridge uses, as they were before any code of the user's ran:
// nobody can change what the bridge does by changing globals. For the same reason no method is looked
// up on a value here or in the scripts that follow: they call what was kept.
//
// The value of each of these scripts is a function that takes an object with what those before it
// have defined (nothing, for this one) and three bytes of the host's, and gives such an object with
// what it adds. Only glue sees it.
(function (nothing, probe) {
  "use strict";

  const { apply, getPrototypeOf } = Reflect;
  const { create, freeze, defineProperty, getOwnPropertyDescriptor, is, hasOwn } = Object;
  const { isArray } = Array;
  const { asIntN: signed, asUintN: unsigned } = BigInt;
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
    defineProperty(Symbol, "dispose", { __proto__: null, value: Symbol.for("dispose") });
  }
  const dispose = Symbol.dispose;

  return {
    __proto__: null,
    apply, bufferBytes, codePointAt, create, defineProperty, dispose, freeze,
    fromCodePoint, fround, getOwnPropertyDescriptor, getPrototypeOf, getter, hasOwn, is, is_,
    isArray, isInteger, JsArrayBuffer, JsError, JsFinalizationRegistry, JsMap, JsPromise,
    JsTypeError, JsUint8Array, mapForEach, mapSet, mapSize, nameOf, none, readsBuffers, register,
    signed, slice, split, stringify, toBigInt, typedArrayPrototype, typedBuffer, typedBytes,
    typedLength, typedName, typedOffset, typedSet, unregister, unsigned,
  };
})
