;; A parent that satisfies its child's import in three ways: by another child, by an adapter child
;; over its own import, and by its own import as it is.
(component
  (import "get" (func $get (result u32)))
  (component $child
    (import "get" (func $get (result u32)))
    (core func $get' (canon lower (func $get)))
    (core module $m
      (import "h" "get" (func $get (result i32)))
      (func (export "ask") (result i32) (i32.add (call $get) (i32.const 1000))))
    (core instance $i (instantiate $m (with "h" (instance (export "get" (func $get'))))))
    (func (export "ask") (result u32) (canon lift (core func $i "ask"))))
  (component $other
    (core module $m (func (export "get") (result i32) (i32.const 5)))
    (core instance $i (instantiate $m))
    (func (export "get") (result u32) (canon lift (core func $i "get"))))
  (component $adapter
    (import "get" (func $get (result u32)))
    (core func $get' (canon lower (func $get)))
    (core module $m
      (import "h" "get" (func $get (result i32)))
      (func (export "get") (result i32) (i32.mul (call $get) (i32.const 10))))
    (core instance $i (instantiate $m (with "h" (instance (export "get" (func $get'))))))
    (func (export "get") (result u32) (canon lift (core func $i "get"))))
  (instance $o (instantiate $other))
  (instance $a (instantiate $adapter (with "get" (func $get))))
  (instance $by-child (instantiate $child (with "get" (func $o "get"))))
  (instance $by-adapter (instantiate $child (with "get" (func $a "get"))))
  (instance $by-import (instantiate $child (with "get" (func $get))))
  (export "by-child" (func $by-child "ask"))
  (export "by-adapter" (func $by-adapter "ask"))
  (export "by-import" (func $by-import "ask")))
