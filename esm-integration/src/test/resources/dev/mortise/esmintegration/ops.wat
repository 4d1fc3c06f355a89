;; Adds and multiplies.
(component
  (core module $m
    (func (export "add") (param i32 i32) (result i32)
      (i32.add (local.get 0) (local.get 1)))
    (func (export "mul") (param i32 i32) (result i32)
      (i32.mul (local.get 0) (local.get 1))))
  (core instance $code (instantiate $m))
  (func $add (param "a" u32) (param "b" u32) (result u32)
    (canon lift (core func $code "add")))
  (func $mul (param "a" u32) (param "b" u32) (result u32)
    (canon lift (core func $code "mul")))
  (instance $exported (export "add" (func $add)) (export "mul" (func $mul)))
  (export "docs:math/ops@0.2.3" (instance $exported)))
