;; Keeps a number.
(component
  (core module $m
    (global $kept (mut i32) (i32.const 0))
    (func (export "read") (result i32) (global.get $kept))
    (func (export "write") (param i32) (result i32)
      (global.set $kept (local.get 0))
      (i32.const 1)))
  (core instance $code (instantiate $m))
  (func $read (result u32) (canon lift (core func $code "read")))
  (func $write (param "value" u32) (result bool) (canon lift (core func $code "write")))
  (instance $store (export "read" (func $read)) (export "write" (func $write)))
  (export "demo:host/store@1.0.0" (instance $store)))
