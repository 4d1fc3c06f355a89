// What JavaScript sees of a component, for every type of value and way to fail. It runs here and,
// with the same components translated by jco, on Node.js; what it prints is compared.
//
// The value of the script is a function of
//   load(component, imports): the exports of a new instance
//   print(line)
(function (load, print) {
  "use strict";

  // ---- Values as text

  const typedArrays = Object.getPrototypeOf(Uint8Array);

  function show(value) {
    switch (typeof value) {
      case "bigint":
        return `${value}n`;
      case "number":
        return Object.is(value, -0) ? "-0" : String(value);
      case "string":
        return JSON.stringify(value);
      case "function":
        return `[${/^class/.test(value) || value.prototype ? "class" : "function"} ${value.name}]`;
      case "object":
        break;
      default:
        return String(value);
    }
    if (value === null) return "null";
    if (Array.isArray(value)) return `[${value.map(show).join(", ")}]`;
    if (value instanceof typedArrays) return `${value.constructor.name}[${Array.from(value, show).join(", ")}]`;
    if (value instanceof Map) return `Map{${[...value].map(([k, v]) => `${show(k)} => ${show(v)}`).join(", ")}}`;
    if (value instanceof Error) return `[${value.constructor.name}]`;
    const prototype = Object.getPrototypeOf(value);
    if (prototype !== null && prototype !== Object.prototype) return `[${prototype.constructor.name}]`;
    return `{ ${Object.keys(value).map((key) => `${key}: ${show(value[key])}`).join(", ")} }`;
  }

  const isTrap = (e) => {
    for (let type = e.constructor; type; type = Object.getPrototypeOf(type)) if (type.name === "RuntimeError") return true;
    return false;
  };

  function outcome(action) {
    try {
      return `=> ${show(action())}`;
    } catch (e) {
      if (!(e instanceof Error)) return `throws the value ${show(e)}`;
      if ("payload" in e) return `throws ${e.constructor.name} with ${show(e.payload)}`;
      if (isTrap(e)) return `throws RuntimeError | ${e.message.replace(/\d{4}-\d\d-\d\dT[^,]*Z/, "TIME")}`;
      return `throws ${e.constructor.name} | ${e.message}`;
    }
  }

  let section = "";
  const test = (name, action) => print(`${section}: ${name}\t${outcome(action)}`);

  // ---- The component values: what it is given goes through its host and back

  class Item {
    constructor(n) {
      this.n = n;
    }
  }

  const names = (
    "bool s8 u8 s16 u16 s32 u32 s64 u64 f32 f64 char string listBool listS8 listU8 listS16 listU16 listS32" +
    " listU32 listS64 listU64 listF32 listF64 listChar listString listList listPerson listOption listColor" +
    " listPerms tupleOne tuplePair tupleNested aPerson aPoint ofAll aShape aColor somePerms someFlags optionU32" +
    " optionString optionPerson optionOption optionOptionOption optionList optionResult resultValue resultEmpty" +
    " resultOk resultErr resultOption nothing takeOnly giveOnly sixteenFlat twentyParams mayFail mayFailEmpty" +
    " mayFailOk mayFailErr mayFailColor mayFailOption mayFailPerson mayFailNested passItem passItems maybeItem"
  ).split(" ");

  /** The functions of an instance, whose host returns its argument but where it is said otherwise. */
  function values(overrides = {}) {
    const host = { Item };
    for (const name of names) host[name] = (x) => x;
    Object.assign(host, overrides);
    return load("values", { "test:values/host": host }).api;
  }

  const shared = values();
  /** Passes values through; each that is refused leaves the instance as it was. */
  const echo = (name, ...list) => {
    section = name;
    for (const value of list) test(show(value), () => shared[name](value));
  };
  /** What the host sees. */
  const seen = (name, value, returned = value) => {
    section = `${name} in the host`;
    let arrived = "nothing";
    const api = values({ [name]: (...all) => ((arrived = all.map(show).join(", ")), returned) });
    test(show(value), () => (api[name](value), arrived));
  };

  echo("bool", true, false, 0, 1, "", "true", null, undefined, {});
  echo("s8", 0, -128, 127, -129, 128, 1.5, -0, NaN, Infinity, "1", true, null, undefined, 1n);
  echo("u8", 0, 255, 256, -1, 300, 1.5, "7", [], undefined, 7n);
  echo("s16", -32768, 32767, -32769, 32768);
  echo("u16", 0, 65535, 65536, -1);
  echo("s32", -2147483648, 2147483647, -2147483649, 2147483648, 4294967295, NaN, undefined);
  echo("u32", 0, 4294967295, 4294967296, -1, 0.5, "5", null);
  echo("s64", 0n, -9223372036854775808n, 9223372036854775807n, 9223372036854775808n, -1n, 5, "5", undefined);
  echo("u64", 0n, 18446744073709551615n, 18446744073709551616n, -1n, 5, 2 ** 53, null);
  echo("f32", 0, -0, 1.5, 0.1, 1e300, NaN, -Infinity, 16777217, "1.5", undefined, 1n);
  echo("f64", 0, -0, 0.1, 1e300, 5e-324, NaN, Infinity, 9007199254740993, "1.5", null, 1n);
  echo("char", "a", "é", "😀", "\uffff", "\u0000", "", "ab", "\ud800", "\udc00", "😀a", 97, undefined);
  echo("string", "", "text", "é字😀", "a\u0000b", "\ud800", "x\udc00y", "\udc00\ud800", 5, null, undefined, ["a"], {});
  section = "string";
  test("of 100000", () => shared.string("字".repeat(100000)).length);
  test("object that has toString", () => shared.string({ toString: () => "made" }));

  echo("listBool", [], [true, false], [1, 0], "no", null, {});
  echo("listS8", [], [-128, 127], new Int8Array([1, -1]), [128], [1.5], new Uint8Array([1, 255]));
  echo("listU8", [], [0, 255], new Uint8Array([1, 2, 3]), new Uint8Array(0), [256], [-1], ["1"], "abc", null, undefined, 5, {});
  echo("listU8", new Uint8Array([9, 1, 2, 3]).subarray(1, 3), new Uint8ClampedArray([1, 255]), new Int8Array([1, -1]));
  section = "listU8";
  test("ArrayBuffer", () => shared.listU8(new Uint8Array([1, 2]).buffer));
  test("is a copy", () => {
    const given = new Uint8Array([1, 2]);
    const got = shared.listU8(given);
    given[0] = 9;
    return [got === given, got.buffer.byteLength, got];
  });
  test("of 100000", () => {
    const got = shared.listU8(Uint8Array.from({ length: 100000 }, (_, i) => i));
    return [got.length, got[99999], got.reduce((a, b) => a + b)];
  });
  echo("listS16", [-32768, 32767], new Int16Array([5, -5]), [40000]);
  echo("listU16", [0, 65535], new Uint16Array([5, 65535]), [-1], new Int16Array([-1]));
  echo("listS32", [-2147483648, 2147483647], new Int32Array([5, -5]), [2147483648]);
  echo("listU32", [0, 4294967295], new Uint32Array([5, 4294967295]), [-1], [1n]);
  echo("listS64", [1n, -1n], new BigInt64Array([5n, -5n]), [1], [9223372036854775808n], new BigUint64Array([1n]));
  echo("listU64", [1n, 18446744073709551615n], new BigUint64Array([5n]), [-1n], [1]);
  echo("listF32", [1.5, -0, NaN, 0.1], new Float32Array([0.5]), new Float64Array([0.1]), ["1"], [1n]);
  echo("listF64", [1.5, -0, NaN, 0.1], new Float64Array([0.1]), new Float32Array([0.1]), [null]);
  echo("listChar", [], ["a", "😀"], ["ab"], [""], "abc");
  echo("listString", [], ["a", "", "字"], ["a", 5], new Array(2), ["a", undefined], "abc");
  echo("listList", [], [[], [1, 2]], [new Uint8Array([1])], [[256]], [5]);

  const ann = { firstName: "Ann", age: 30, email: "a@b" };
  echo("listPerson", [], [ann, { firstName: "Bo", age: 3 }], [ann, { ...ann, age: 300 }], [undefined]);
  echo("listOption", [1, undefined, 3], [null], ["x"]);
  echo("listColor", ["red", "blue"], ["pink"]);
  echo("listPerms", [{ canRead: true }, {}], [5]);
  echo("tupleOne", [5], [], [5, 6], [300], 5, undefined, { 0: 5, length: 1 });
  echo("tuplePair", ["a", 5n], ["a"], ["a", 5], ["a", 5n, 6], null);
  echo("tupleNested", [[1, "a"], [1.5]], [[1, "ab"], []], [[1], []]);

  echo("aPerson", ann, { firstName: "Ann", age: 30 }, { firstName: "Ann", age: 30, email: undefined, more: 1 });
  echo("aPerson", { firstName: "Ann", age: 300 }, { firstName: 5, age: 1 }, { "first-name": "Ann", age: 1 }, {}, [], null, undefined, "Ann");
  section = "aPerson";
  test("inherited fields", () => shared.aPerson(Object.create(ann)));
  test("getters", () => shared.aPerson({ get firstName() { return "got"; }, age: 1 }));
  test("a getter that throws", () => shared.aPerson({ get firstName() { throw new RangeError("mine"); }, age: 1 }));
  test("the order of reads", () => {
    const order = [];
    const note = (name, value) => ({ get: () => (order.push(name), value), enumerable: true });
    shared.aPerson(
      Object.defineProperties({}, { email: note("email", "e"), age: note("age", 1), firstName: note("firstName", "f") }),
    );
    return order;
  });
  echo("aPoint", { x: 0.1, y: 0.1 }, { x: 1 }, { x: "1", y: 2 });
  const all = {
    a: true, b: -8, c: 8, d: -16, e: 16, f: -32, g: 32, h: -64n, i: 64n, j: 0.5, k: 0.1, l: "字", m: "text",
    n: new Uint8Array([1, 2]), o: ["x", "y"], p: ann, q: { tag: "label", val: "l" }, r: "dark-green",
    s: { canRead: true, canWrite: false, canRun: true }, t: 5, u: { tag: "err", val: "no" },
  };
  echo("ofAll", all, { ...all, q: { tag: "label", val: 5 } }, { ...all, u: { tag: "ok", val: -1 } }, { ...all, p: { ...ann, age: -1 } });

  echo("aShape", { tag: "nothing" }, { tag: "circle", val: 1.5 }, { tag: "label", val: "l" }, { tag: "big", val: 5n });
  echo("aShape", { tag: "two-points", val: [{ x: 1, y: 2 }, { x: 3, y: 4 }] }, { tag: "nothing", val: 5 });
  echo("aShape", { tag: "twoPoints", val: [] }, { tag: "circle" }, { tag: "label", val: 5 }, { tag: "big", val: 5 }, { val: 5 }, "nothing", null, undefined);
  echo("aColor", "red", "dark-green", "darkGreen", "RED", "", 0, undefined, null);
  echo("somePerms", {}, { canRead: true }, { canRead: true, canWrite: true, canRun: true }, { canRead: false });
  echo("somePerms", { canRead: 1 }, { "can-read": true }, { other: true }, null, undefined, 5, []);
  echo("someFlags", { f0: true, f31: true });

  echo("optionU32", 5, 0, undefined, null, "x", -1);
  echo("optionString", "", "a", undefined, null, 5);
  echo("optionPerson", ann, undefined, {});
  echo("optionOption", { tag: "none" }, { tag: "some" }, { tag: "some", val: 5 }, { tag: "some", val: null }, { tag: "some", val: 300 }, 5, undefined, null);
  echo("optionOptionOption", { tag: "none" }, { tag: "some", val: { tag: "none" } }, { tag: "some", val: { tag: "some" } }, { tag: "some", val: { tag: "some", val: true } }, { tag: "some" });
  echo("optionList", [1, 2], new Uint16Array([1]), undefined, []);
  echo("optionResult", { tag: "ok", val: 1 }, { tag: "err", val: "e" }, undefined, { tag: "ok", val: 256 });
  echo("resultValue", [{ tag: "ok", val: 1 }], [{ tag: "err", val: "e" }], [{ tag: "ok" }], [{ tag: "other" }], [1], [undefined]);
  echo("resultEmpty", [{ tag: "ok" }], [{ tag: "err" }], [{ tag: "ok", val: 5 }], [{}]);
  echo("resultOk", [{ tag: "ok", val: ann }, { tag: "err" }]);
  echo("resultErr", [{ tag: "ok" }, { tag: "err", val: { tag: "code", val: 5 } }, { tag: "err", val: { tag: "not-found" } }]);
  echo("resultOption", [{ tag: "ok", val: 5 }], [{ tag: "ok" }], [{ tag: "err", val: { tag: "some", val: "x" } }], [{ tag: "err", val: { tag: "none" } }]);

  section = "parameters";
  test("none, no result", () => shared.nothing());
  test("too many", () => shared.nothing(1, 2));
  test("missing", () => shared.u8());
  test("two", () => shared.takeOnly(1, "a"));
  test("the second is wrong", () => shared.takeOnly(1, 2));
  test("sixteen flat", () => values({ sixteenFlat: (...all) => all.join("") }).sixteenFlat("a", "b", "c", "d", "e", "f", "g", "h"));
  const twenty = [1, 2, 3, 4n, -1, -2, -3, -4n, 0.5, 0.1, true, "c", "s", "blue", 5, 6, 7, 8n, -5, -6];
  test("twenty", () => values({ twentyParams: (...all) => BigInt(all.length) }).twentyParams(...twenty));
  test("twenty in the host", () => {
    let arrived;
    values({ twentyParams: (...all) => ((arrived = all), 1n) }).twentyParams(...twenty);
    return arrived;
  });
  test("the twentieth is wrong", () => shared.twentyParams(...twenty.slice(0, 19), "x"));
  test("this of a function", () => (0, shared.u8)(5));
  test("name and length", () => [shared.takeOnly.name, shared.takeOnly.length]);
  test("new", () => typeof new shared.u8(5));

  // ---- What the host sees, and gives

  seen("string", "\ud800x");
  seen("listU8", [1, 2]);
  seen("listS64", [1n]);
  seen("listBool", [true]);
  seen("aShape", { tag: "nothing" });
  seen("aShape", { tag: "big", val: 18446744073709551615n });
  seen("optionU32", undefined);
  seen("optionOption", { tag: "some" });
  seen("resultValue", [{ tag: "err", val: "e" }]);
  seen("aPerson", { firstName: "A", age: 1 });
  seen("somePerms", { canWrite: true });
  seen("u64", 18446744073709551615n);
  section = "this in the host";
  test("of a function", () => {
    let that = "unset";
    values({ nothing() { that = this; } }).nothing();
    return that;
  });

  const gives = (name, given, ...results) => {
    section = `${name} from the host`;
    for (const result of results) test(show(result), () => values({ [name]: () => result })[name](given));
  };
  gives("u8", 5, 6, 256, -1, "7", undefined, null, {});
  gives("string", "x", "y", 5, undefined);
  gives("giveOnly", undefined, "text", 5, null);
  gives("nothing", undefined, undefined, 5);
  gives("s64", 5n, 6n, 6);
  gives("aPerson", ann, { firstName: "B", age: 2 }, { firstName: "B" }, undefined);
  gives("listString", [], ["a"], [1]);
  gives("aColor", "red", "blue", "green");
  gives("optionU32", 5, undefined, null, "x");
  section = "promise from the host";
  test("where a value is expected", () => values({ u8: () => Promise.resolve(5) }).u8(1));

  // ---- Errors of results

  section = "mayFail";
  const failing = (name, action, ...args) => values({ [name]: action })[name](...args);
  const thrower = (value) => () => {
    throw value;
  };
  class Mine extends Error {
    constructor(payload) {
      super("mine");
      this.payload = payload;
    }
  }
  test("ok", () => failing("mayFail", () => 5, 1));
  test("thrown payload", () => failing("mayFail", thrower(new Mine("bad")), 1));
  test("thrown string", () => failing("mayFail", thrower("bad"), 1));
  test("thrown object with payload", () => failing("mayFail", thrower({ payload: "bad" }), 1));
  test("thrown payload that does not fit", () => failing("mayFail", thrower({ payload: 5 }), 1));
  test("thrown number", () => failing("mayFail", thrower(5), 1));
  test("thrown Error", () => failing("mayFail", thrower(new RangeError("own")), 1));
  test("returned object", () => failing("mayFail", () => ({ tag: "err", val: "e" }), 1));
  test("empty ok", () => failing("mayFailEmpty", () => {}));
  test("empty err", () => failing("mayFailEmpty", thrower(undefined)));
  test("empty err with value", () => failing("mayFailEmpty", thrower({ payload: 1 })));
  test("ok without err", () => failing("mayFailOk", () => "x"));
  test("err without err", () => failing("mayFailOk", thrower(undefined)));
  test("err variant", () => failing("mayFailErr", thrower({ tag: "code", val: 5 })));
  test("err variant without payload", () => failing("mayFailErr", thrower({ tag: "not-found" })));
  test("err enum", () => failing("mayFailColor", thrower("blue")));
  test("err enum that is none", () => failing("mayFailColor", thrower("pink")));
  test("ok none", () => failing("mayFailOption", () => undefined));
  test("err none", () => failing("mayFailOption", thrower(undefined)));
  test("err record", () => failing("mayFailPerson", (p) => { throw { ...p, age: p.age + 1 }; }, ann));
  test("nested ok ok", () => failing("mayFailNested", () => ({ tag: "ok", val: 1 })));
  test("nested ok err", () => failing("mayFailNested", () => ({ tag: "err", val: "e" })));
  test("nested err", () => failing("mayFailNested", thrower(7)));
  test("the error", () => {
    try {
      failing("mayFail", thrower("bad"), 1);
    } catch (e) {
      return [e instanceof Error, e.constructor.name, e.message, Object.keys(e)];
    }
  });
  test("the error of an object", () => {
    try {
      failing("mayFailErr", thrower({ tag: "not-found" }));
    } catch (e) {
      return [e instanceof Error, e.constructor.name, Object.keys(e)];
    }
  });

  section = "thrown by the host";
  test("is the same object", () => {
    const error = new RangeError("own");
    try {
      failing("u8", thrower(error), 1);
    } catch (e) {
      return e === error;
    }
  });
  test("a string", () => failing("u8", thrower("text"), 1));
  test("an object with payload", () => failing("u8", thrower({ payload: 5 }), 1));
  test("undefined", () => failing("u8", thrower(undefined), 1));
  test("makes the instance unusable", () => {
    const api = values({ u8: thrower(new Error("own")) });
    try {
      api.u8(1);
    } catch {}
    return api.s8(5);
  });
  section = "refused argument";
  test("leaves the instance usable", () => {
    const api = values();
    try {
      api.aPerson({ firstName: "A", age: 1, get email() { throw new Error("mine"); } });
    } catch {}
    return api.s8(5);
  });

  // ---- Resources of the host

  section = "item";
  const one = new Item(1);
  test("is the same object", () => shared.passItem(one) === one);
  test("in a list", () => shared.passItems([one, new Item(2)]).map((i) => i.n));
  test("in an option", () => [shared.maybeItem(one) === one, shared.maybeItem(undefined)]);
  test("subclass", () => shared.passItem(new (class Special extends Item {})(3)).n);
  test("another class", () => shared.passItem({ n: 1 }));
  test("null", () => shared.passItem(null));
  test("another class from the host", () => values({ passItem: () => ({}) }).passItem(one));

  // ---- The component kinds: resources of its own

  const log = [];
  class File {
    constructor(name) {
      log.push(`open ${name}`);
      if (name === "none") throw new Error("no file");
      this.name = name;
    }
    read(count) {
      log.push(`read ${count}`);
      if (count === 0) throw { tag: "text", val: "nothing to read" };
      return this.name.repeat(count);
    }
    static same(a, b) {
      log.push(`same ${a instanceof File} ${b instanceof File}`);
      return a === b;
    }
    [Symbol.dispose ?? Symbol.for("dispose")]() {
      log.push(`dispose ${this.name}`);
    }
  }
  const kinds = () => {
    const host = {
      File,
      log: (level, entries) => (log.push(`${level} ${show(entries)}`), entries[1].value),
      fail: (how) => {
        if (how === 0) throw { tag: "empty" };
        if (how === 1) throw { payload: { tag: "code", val: 255 } };
        if (how === 2) throw { tag: "code", val: 256 };
        return how;
      },
    };
    const exports = load("kinds", { "test:kinds/host": host, "test:kinds/host@1.2.0": host });
    return exports.api;
  };
  const api = kinds();
  const { Counter } = api;
  const dispose = Symbol.dispose ?? Symbol.for("dispose");

  section = "counter";
  test("class", () => [typeof Counter, Counter.name, typeof Counter.prototype.add]);
  test("new and a method", () => new Counter(5).add(3));
  test("instanceof", () => new Counter(1) instanceof Counter);
  test("without new", () => Counter(5));
  test("new with a wrong argument", () => new Counter("x"));
  test("static function", () => Counter.merge(new Counter(2), new Counter(3)).add(0));
  test("is an instance", () => Counter.merge(new Counter(2), new Counter(3)) instanceof Counter);
  test("static function with a wrong argument", () => Counter.merge(new Counter(2), {}));
  test("after it was passed on", () => {
    const a = new Counter(2);
    Counter.merge(a, new Counter(3));
    return a.add(1);
  });
  test("passed twice in one call", () => {
    const a = new Counter(2);
    return kindOf(() => Counter.merge(a, a));
  });
  test("an argument that was refused is not passed on", () => {
    const a = new Counter(2);
    try {
      Counter.merge(a, undefined);
    } catch {}
    return a.add(1);
  });
  test("dispose", () => {
    const a = new Counter(2);
    a[dispose]();
    return a.add(1);
  });
  test("dispose runs the destructor", () => {
    const other = kinds();
    const before = other.dropped();
    new other.Counter(7)[dispose]();
    return [before, other.dropped()];
  });
  test("dispose twice", () => {
    const a = new Counter(2);
    a[dispose]();
    return a[dispose]();
  });
  test("method of another object", () => Counter.prototype.add.call({}, 1));
  test("method of an instance of another instance's class", () => Counter.prototype.add.call(new (kinds().Counter)(1), 1));
  test("subclass", () => {
    class Twice extends Counter {
      add(n) {
        return super.add(n) * 2;
      }
    }
    return new Twice(5).add(1);
  });

  function kindOf(action) {
    try {
      action();
      return "nothing is thrown";
    } catch (e) {
      return e instanceof Error;
    }
  }

  section = "host of kinds";
  const logged = (action) => {
    log.length = 0;
    const result = outcome(action);
    return [result, ...log];
  };
  test("log", () => logged(() => kinds().callLog(7)));
  for (const how of [0, 1, 2, 3]) test(`fail ${how}`, () => kinds().callFail(how));
  test("file", () => logged(() => kinds().openAndRead(2)));
  test("file that fails", () => logged(() => kinds().openAndRead(0)));

  // ---- Traps

  section = "trap";
  test("unreachable", () => load("calls", { host: { next: (x) => x } }).trap());
  test("is of a class of its own", () => {
    try {
      load("calls", { host: { next: (x) => x } }).trap();
    } catch (e) {
      return [e instanceof Error, e instanceof TypeError, "payload" in e, isTrap(e)];
    }
  });
  test("leaves the instance unusable", () => {
    const calls = load("calls", { host: { next: (x) => x } });
    try {
      calls.trap();
    } catch {}
    return calls.add(1, 2);
  });
  test("calls into an instance that is running", () => {
    const calls = load("calls", { host: { next: (x) => calls.add(x, 1) } });
    return calls.callHost(3);
  });

  // ---- The exports

  section = "exports";
  test("names", () => Object.keys(load("calls", { host: { next: (x) => x } })));
  test("names of an interface", () => Object.keys(api).sort());
  test("long and short name", () => {
    const exports = load("values", { "test:values/host": Object.assign({ Item }, Object.fromEntries(names.map((n) => [n, (x) => x]))) });
    return exports.api === exports["test:values/api"];
  });
})
