// The handles of resources, and what is exported.
(function (R, probe) {
  "use strict";

  const {
    apply, create, defineProperty, dispose, failed, is, JsFinalizationRegistry, no, none, register,
    then, unregister,
  } = R;

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

  const named = (type, name) => defineProperty(type, "name", { __proto__: null, value: name, configurable: true });
  const newNamespace = () => create(null);
  const exported = (namespace, name, value) => {
    defineProperty(namespace, name, { __proto__: null, value, enumerable: true });
  };

  return {
    __proto__: null,
    ...R,
    disposeOf, drop, exported, giveBack, isMoving, lend, lending, move, moved, named, newNamespace,
    registry, requireInstance, settle,
  };
})
