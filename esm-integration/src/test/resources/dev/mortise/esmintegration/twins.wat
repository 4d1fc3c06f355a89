;; Two interfaces of one short name, and a function of the name of a third.
(component
  (core module $m
    (func (export "one") (result i32) (i32.const 1))
    (func (export "two") (result i32) (i32.const 2))
    (func (export "three") (result i32) (i32.const 3)))
  (core instance $code (instantiate $m))
  (func $one (result u32) (canon lift (core func $code "one")))
  (func $two (result u32) (canon lift (core func $code "two")))
  (func $three (result u32) (canon lift (core func $code "three")))
  (instance $a (export "get" (func $one)))
  (instance $b (export "get" (func $two)))
  (export "docs:first/ops@1.0.0" (instance $a))
  (export "docs:second/ops@1.0.0" (instance $b))
  (export "docs:third/three@1.0.0" (instance $a))
  (export "three" (func $three)))
