;; Imports a function that belongs to no interface.
(component
  (import "tick" (func $tick (result u32)))
  (core func $f (canon lower (func $tick)))
  (core module $m
    (import "in" "f" (func $f (result i32)))
    (func (export "run") (result i32) (i32.add (call $f) (i32.const 1))))
  (core instance $code (instantiate $m (with "in" (instance (export "f" (func $f))))))
  (func (export "run") (result u32) (canon lift (core func $code "run"))))
