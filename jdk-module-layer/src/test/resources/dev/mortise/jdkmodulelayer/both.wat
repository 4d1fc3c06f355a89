;; Uses two tracks of one interface.
(component
  (import "docs:math/ops@0.2.0" (instance $old
    (export "add" (func (param "a" u32) (param "b" u32) (result u32)))))
  (import "docs:math/ops@0.3.0" (instance $new
    (export "add" (func (param "a" u32) (param "b" u32) (result u32)))))
  (core func $add (canon lower (func $old "add")))
  (core func $sub (canon lower (func $new "add")))
  (core module $m
    (import "old" "add" (func $add (param i32 i32) (result i32)))
    (import "new" "add" (func $sub (param i32 i32) (result i32)))
    (func (export "differ") (param i32 i32) (result i32)
      (call $add (call $add (local.get 0) (local.get 1)) (call $sub (local.get 0) (local.get 1)))))
  (core instance $code (instantiate $m
    (with "old" (instance (export "add" (func $add))))
    (with "new" (instance (export "add" (func $sub))))))
  (func (export "differ") (param "a" u32) (param "b" u32) (result u32)
    (canon lift (core func $code "differ"))))
