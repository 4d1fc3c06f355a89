;; Imports a function by itself, and adds to what it says.
(component
  (import "now" (func $now (result u32)))
  (core func $now-core (canon lower (func $now)))
  (core module $m
    (import "" "now" (func $now (result i32)))
    (func (export "later") (param i32) (result i32)
      (i32.add (call $now) (local.get 0))))
  (core instance $code (instantiate $m (with "" (instance (export "now" (func $now-core))))))
  (func (export "a-bit-later") (param "by" u32) (result u32)
    (canon lift (core func $code "later"))))
