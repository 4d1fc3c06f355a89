;; Core modules as values, which differ in what `get` answers; the last one counts.
(component
  (core module $one (func (export "get") (result i32) (i32.const 1)))
  (core module $two (func (export "get") (result i32) (i32.const 2)))
  (core module $counting
    (global $n (mut i32) (i32.const 0))
    (func (export "get") (result i32)
      (global.set $n (i32.add (global.get $n) (i32.const 1)))
      (global.get $n)))
  (core module $other (func (export "get") (result i64) (i64.const 1)))
  (export "one" (core module $one))
  (export "two" (core module $two))
  (export "counting" (core module $counting))
  (export "other" (core module $other)))
