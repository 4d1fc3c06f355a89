;; Another track of the interface: add takes away.
(component
  (core module $m
    (func (export "add") (param i32 i32) (result i32)
      (i32.sub (local.get 0) (local.get 1))))
  (core instance $code (instantiate $m))
  (func $add (param "a" u32) (param "b" u32) (result u32)
    (canon lift (core func $code "add")))
  (instance $exported (export "add" (func $add)))
  (export "docs:math/ops@0.3.0" (instance $exported)))
