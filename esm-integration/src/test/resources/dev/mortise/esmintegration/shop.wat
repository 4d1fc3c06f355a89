;; Sums prices by an older version of the interface, and counts its calls.
(component
  (import "docs:math/ops@0.2.0" (instance $ops
    (export "add" (func (param "a" u32) (param "b" u32) (result u32)))))
  (core func $add (canon lower (func $ops "add")))
  (core module $m
    (import "ops" "add" (func $add (param i32 i32) (result i32)))
    (global $calls (mut i32) (i32.const 0))
    (func (export "total") (param i32 i32) (result i32)
      (global.set $calls (i32.add (global.get $calls) (i32.const 1)))
      (call $add (local.get 0) (local.get 1)))
    (func (export "calls") (result i32) (global.get $calls)))
  (core instance $code (instantiate $m (with "ops" (instance (export "add" (func $add))))))
  (func $total (param "a" u32) (param "b" u32) (result u32) (canon lift (core func $code "total")))
  (func $calls (result u32) (canon lift (core func $code "calls")))
  (instance $cart (export "total" (func $total)) (export "calls" (func $calls)))
  (export "docs:shop/cart@1.0.0" (instance $cart))
  (export "total" (func $total)))
