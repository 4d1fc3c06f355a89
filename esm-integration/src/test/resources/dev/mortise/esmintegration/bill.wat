;; Needs the shop, and what the shop needs.
(component
  (import "docs:shop/cart@1.0.0" (instance $cart
    (export "total" (func (param "a" u32) (param "b" u32) (result u32)))))
  (import "docs:math/ops@0.2.3" (instance $ops
    (export "mul" (func (param "a" u32) (param "b" u32) (result u32)))))
  (core func $total (canon lower (func $cart "total")))
  (core func $mul (canon lower (func $ops "mul")))
  (core module $m
    (import "cart" "total" (func $total (param i32 i32) (result i32)))
    (import "ops" "mul" (func $mul (param i32 i32) (result i32)))
    (func (export "pay") (param i32 i32 i32) (result i32)
      (call $mul (call $total (local.get 0) (local.get 1)) (local.get 2))))
  (core instance $code (instantiate $m
    (with "cart" (instance (export "total" (func $total))))
    (with "ops" (instance (export "mul" (func $mul))))))
  (func (export "pay") (param "a" u32) (param "b" u32) (param "times" u32) (result u32)
    (canon lift (core func $code "pay"))))
