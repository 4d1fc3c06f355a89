;; Asks Java for the hour.
(component
  (import "docs:clock/clock@1.0.0" (instance $in (export "hour" (func (result u32)))))
  (core func $f (canon lower (func $in "hour")))
  (core module $m
    (import "in" "f" (func $f (result i32)))
    (func (export "run") (result i32) (i32.add (call $f) (i32.const 1))))
  (core instance $code (instantiate $m (with "in" (instance (export "f" (func $f))))))
  (func (export "run") (result u32) (canon lift (core func $code "run"))))
