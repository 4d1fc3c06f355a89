;; Half of a ring.
(component
  (import "docs:ring/right@1.0.0" (instance $in (export "next" (func (result u32)))))
  (core func $next (canon lower (func $in "next")))
  (core module $m
    (import "in" "next" (func $next (result i32)))
    (func (export "next") (result i32) (call $next)))
  (core instance $code (instantiate $m (with "in" (instance (export "next" (func $next))))))
  (func $f (result u32) (canon lift (core func $code "next")))
  (instance $out (export "next" (func $f)))
  (export "docs:ring/left@1.0.0" (instance $out)))
