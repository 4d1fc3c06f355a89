;; Turns small letters into capital ones, where they stand.
(component
  (core module $m
    (memory (export "memory") 1)
    (global $next (mut i32) (i32.const 16))
    (func (export "realloc") (param i32 i32 i32 i32) (result i32)
      (global.get $next)
      (global.set $next (i32.add (global.get $next) (local.get 3))))
    (func (export "reset") (param i32) (global.set $next (i32.const 16)))
    (func (export "shout") (param $at i32) (param $length i32) (result i32)
      (local $i i32) (local $byte i32)
      (block $done
        (loop $each
          (br_if $done (i32.ge_u (local.get $i) (local.get $length)))
          (local.set $byte (i32.load8_u (i32.add (local.get $at) (local.get $i))))
          (if (i32.and
              (i32.ge_u (local.get $byte) (i32.const 97))
              (i32.le_u (local.get $byte) (i32.const 122)))
            (then (i32.store8
              (i32.add (local.get $at) (local.get $i))
              (i32.sub (local.get $byte) (i32.const 32)))))
          (local.set $i (i32.add (local.get $i) (i32.const 1)))
          (br $each)))
      (i32.store (i32.const 0) (local.get $at))
      (i32.store (i32.const 4) (local.get $length))
      (i32.const 0)))
  (core instance $code (instantiate $m))
  (func $shout (param "text" string) (result string)
    (canon lift (core func $code "shout")
      (memory (core memory $code "memory"))
      (realloc (core func $code "realloc"))
      (post-return (core func $code "reset"))))
  (instance $letters (export "shout" (func $shout)))
  (export "demo:text/letters@1.0.0" (instance $letters)))
