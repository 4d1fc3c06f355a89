;; Wants a function that the provider does not have.
(component
  (import "docs:math/ops@0.2.0" (instance $in (export "div" (func (param "a" u32) (param "b" u32) (result u32)))))
  (core func $f (canon lower (func $in "div")))
  (core module $m
    (import "in" "f" (func $f (param i32 i32) (result i32)))
    (func (export "run") (result i32) (call $f (i32.const 6) (i32.const 2))))
  (core instance $code (instantiate $m (with "in" (instance (export "f" (func $f))))))
  (func (export "run") (result u32) (canon lift (core func $code "run"))))
