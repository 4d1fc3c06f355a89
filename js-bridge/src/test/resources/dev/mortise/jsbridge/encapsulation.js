// Collects what user code can get hold of. The value of the script is an object:
//   hosts: the imports of the components, to which addFunction(name) adds
//   load(component): the exports of a new instance, put there
//   setTraps(): changes globals so that they tell what they see
//   run(): calls all that there is, and gives all values that were seen
(() => {
  "use strict";
  const { apply, construct, ownKeys, getPrototypeOf, getOwnPropertyDescriptor } = Reflect;
  const has = Set.prototype.has;
  const add = Set.prototype.add;
  const call = Function.prototype.call.bind(Function.prototype.call);
  const { defineProperty } = Object;
  const seen = new Set();
  const list = [];
  const push = (value) => {
    defineProperty(list, list.length, { __proto__: null, value, writable: true, enumerable: true, configurable: true });
  };

  /** Notes a value, and all that is reachable from it. */
  let busy = false; // what looks at values would set off the traps itself
  function note(value) {
    if (busy) return;
    busy = true;
    try {
      collect(value);
    } finally {
      busy = false;
    }
  }
  function collect(value) {
    if ((typeof value !== "object" && typeof value !== "function") || value === null || call(has, seen, value)) return;
    call(add, seen, value);
    push(value);
    let keys;
    try {
      keys = ownKeys(value);
    } catch {
      return; // not JavaScript's
    }
    collect(getPrototypeOf(value));
    for (let i = 0; i < keys.length; i++) {
      const property = getOwnPropertyDescriptor(value, keys[i]);
      if (property === undefined) continue;
      if ("get" in property) collect(property.get);
      if ("set" in property) collect(property.set);
      if ("value" in property) collect(property.value);
    }
  }
  const noteAll = (values) => {
    for (let i = 0; i < values.length; i++) note(values[i]);
  };

  const noteWith = (self, values) => {
    note(self);
    noteAll(values);
  };

  function attempt(action) {
    try {
      note(action());
    } catch (e) {
      note(e);
      note(e?.stack);
      note(e?.cause);
    }
  }

  class Item {}
  class File {
    constructor(...all) {
      note(new.target), noteWith(this, all);
    }
    read(...all) {
      noteWith(this, all);
      throw { tag: "text", val: "none" };
    }
    static same(...all) {
      noteWith(this, all);
      return true;
    }
    [Symbol.dispose]() {
      note(this);
      throw new Error("dispose");
    }
  }
  /** Any function: it notes what it gets, and gives it back. */
  const valuesHost = { Item };
  const kindsHost = {
    File,
    log(...all) {
      noteWith(this, all);
      return 1;
    },
    fail(how) {
      note(this);
      if (how === 0) throw { tag: "empty" };
      if (how === 1) throw { tag: "code", val: 1000 };
      if (how === 2) throw new RangeError("own");
      return {};
    },
  };

  const harness = {
    hosts: { "test:values/host": valuesHost, "test:kinds/host@1.2.0": kindsHost, host: { next: (x) => x } },

    addFunction(name) {
      valuesHost[name] = function (...all) {
        noteWith(this, all);
        note(new Error("where am I"));
        return all[0];
      };
    },

    setTraps() {
      Error.prepareStackTrace = (error, sites) => {
        for (let i = 0; i < sites.length; i++) {
          const site = sites[i];
          noteAll([site.getThis(), site.getFunction?.(), site]);
        }
        return "stack";
      };
      const names = ["get", "set", "value", "tag", "val", "handle", "object", "end", "next", "payload", "code", "path", "exports", "functions", "cause", 0, 1, 2];
      for (const prototype of [Object.prototype, Array.prototype, Function.prototype]) {
        for (const name of names) {
          if (name in prototype && prototype !== Array.prototype) continue;
          defineProperty(prototype, name, {
            __proto__: null,
            configurable: true,
            get() {
              note(this);
              return undefined;
            },
            set(value) {
              noteAll([this, value]);
            },
          });
        }
      }
      const replace = (target, name) => {
        const old = target[name];
        defineProperty(target, name, {
          __proto__: null,
          configurable: true,
          writable: true,
          value(...all) {
            noteWith(this, all);
            return apply(old, this, all);
          },
        });
      };
      for (const name of ["call", "apply", "bind", Symbol.hasInstance]) {
        try {
          replace(Function.prototype, name);
        } catch {} // it cannot be replaced: so much the better
      }
      for (const name of ["push", "map", "join", "slice", "concat", Symbol.iterator]) replace(Array.prototype, name);
      for (const name of ["get", "set", "forEach"]) replace(Map.prototype, name);
      for (const name of ["get", "set", "has"]) replace(WeakMap.prototype, name);
      for (const name of ["register", "unregister"]) replace(FinalizationRegistry.prototype, name);
      for (const name of ["then", "catch"]) replace(Promise.prototype, name);
      for (const name of ["split", "slice", "codePointAt"]) replace(String.prototype, name);
      for (const name of ["freeze", "create", "defineProperty", "keys"]) replace(Object, name);
      for (const name of ["apply", "construct", "get", "ownKeys"]) replace(Reflect, name);
      replace(getPrototypeOf(Uint8Array.prototype), "set");
      for (const type of ["Uint8Array", "Error", "TypeError", "Map", "ArrayBuffer", "BigInt", "Promise", "WeakMap", "FinalizationRegistry", "Proxy"]) {
        const old = globalThis[type];
        globalThis[type] = new Proxy(old, {
          apply: (target, self, all) => (noteWith(self, all), apply(target, self, all)),
          construct: (target, all) => (noteAll(all), construct(target, all)),
        });
      }
    },

    run() {
      // A call that ends in an exception ends its instance: each has one of its own.
      const fresh = (name) => this.load(name);
      const kinds = fresh("kinds");
      noteAll([kinds, fresh("calls"), fresh("values")]);
      const wrong = [undefined, null, 1, -1, 1n, "x", "\ud800", [], [1], {}, { tag: "x" }, { tag: "ok", val: 1 }, () => {}, new Uint8Array(2), new Item(), { get tag() { throw new Error("t"); } }];
      for (const component of ["kinds", "values", "calls"]) {
        const api = () => fresh(component).api ?? fresh(component);
        for (const name of ownKeys(api())) {
          if (name === "trap" || name === "Counter" || component === "calls" && name.includes("/")) continue;
          let instance = api();
          for (const argument of wrong) {
            if (component === "kinds") instance = api();
            attempt(() => instance[name](argument, argument, argument));
          }
        }
      }
      const { Counter } = kinds.api;
      const counter = new Counter(5);
      noteAll([counter, Counter]);
      attempt(() => counter.add("x"));
      attempt(() => counter.add(1));
      attempt(() => Counter.merge(counter, new Counter(1)));
      attempt(() => counter.add(1));
      attempt(() => Counter.prototype.add.call({}));
      attempt(() => Counter.prototype[Symbol.dispose].call({}));
      attempt(() => new (class extends Counter { constructor() { super(1); note(this); } })());
      attempt(() => Reflect.construct(Counter, [1], Object));
      attempt(() => Counter(1));
      attempt(() => new Counter({}, {}, {}));
      for (const how of [0, 1, 2, 3]) attempt(() => fresh("kinds").api.callFail(how));
      attempt(() => fresh("kinds").api.openAndRead(0));
      attempt(() => fresh("kinds").api.callLog(1));
      const calls = fresh("calls");
      attempt(() => calls.trap());
      attempt(() => calls.add(1, 2));
      const values = fresh("values");
      attempt(() => (function deep() { deep(); values.api.string("x"); })());
      const deepest = () => {
        try {
          return deepest();
        } catch (e) {
          attempt(() => values.api.listPerson([{ firstName: "a", age: 1 }]));
          return e;
        }
      };
      attempt(deepest);
      for (const f of list.slice()) if (typeof f === "function") attempt(() => [f.caller, f.arguments]);
      return list;
    },
  };
  return harness;
})()
