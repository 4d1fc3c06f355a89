;; Has values of many types and a resource: the core of the world richstore.
(module
  (import "[export]docs:rich/store@1.0.0" "[resource-new]shelf"
    (func $new (param i32) (result i32)))
  (import "[export]docs:rich/store@1.0.0" "[resource-rep]shelf"
    (func $rep (param i32) (result i32)))
  (import "[export]docs:rich/store@1.0.0" "[resource-drop]shelf" (func $drop (param i32)))
  (memory (export "memory") 1)
  (global $next (mut i32) (i32.const 1024))
  (global $dropped (mut i32) (i32.const 0))
  (func (export "cabi_realloc") (param i32 i32 i32 i32) (result i32) (local $at i32)
    (local.set $at (i32.and (i32.add (global.get $next) (i32.const 7)) (i32.const -8)))
    (global.set $next (i32.add (local.get $at) (local.get 3)))
    (local.get $at))
  ;; The entry with a count of one more.
  (func (export "docs:rich/store@1.0.0#echo") (param i32 i32 i32 i32 i32) (result i32)
    (i32.store (i32.const 16) (local.get 0))
    (i32.store (i32.const 20) (local.get 1))
    (i32.store (i32.const 24) (i32.add (local.get 2) (i32.const 1)))
    (i32.store (i32.const 28) (local.get 3))
    (i32.store (i32.const 32) (local.get 4))
    (i32.const 16))
  ;; The query, a number in it one more.
  (func (export "docs:rich/store@1.0.0#pick") (param i32 i64 i32) (result i32)
    (i32.store8 (i32.const 16) (local.get 0))
    (if (i32.eq (local.get 0) (i32.const 1))
      (then (i64.store (i32.const 24) (i64.add (local.get 1) (i64.const 1))))
      (else
        (i32.store (i32.const 24) (i32.wrap_i64 (local.get 1)))
        (i32.store (i32.const 28) (local.get 2))))
    (i32.const 16))
  ;; The representation of a shelf is its size.
  (func (export "docs:rich/store@1.0.0#[constructor]shelf") (param i32) (result i32)
    (call $new (local.get 0)))
  (func (export "docs:rich/store@1.0.0#[method]shelf.size") (param i32) (result i32)
    (local.get 0))
  (func (export "docs:rich/store@1.0.0#[dtor]shelf") (param i32)
    (global.set $dropped (i32.add (global.get $dropped) (i32.const 1))))
  (func (export "docs:rich/store@1.0.0#peek") (param i32) (result i32) (local.get 0))
  (func (export "docs:rich/store@1.0.0#take") (param i32) (result i32) (local $size i32)
    (local.set $size (call $rep (local.get 0)))
    (call $drop (local.get 0))
    (local.get $size))
  (func (export "docs:rich/store@1.0.0#dropped") (result i32) (global.get $dropped)))
