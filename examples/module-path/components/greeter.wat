;; Greets in capital letters, which another component has, and tells the log whom it greets.
(component
  (import "demo:text/letters@1.0.0" (instance $letters
    (export "shout" (func (param "text" string) (result string)))))
  (import "demo:text/log@1.0.0" (instance $log
    (export "line" (func (param "text" string)))))
  (core module $memory
    (memory (export "memory") 1)
    (data (i32.const 64) "Hello, ")
    (global $next (mut i32) (i32.const 2048))
    (func (export "realloc") (param i32 i32 i32 i32) (result i32)
      (global.get $next)
      (global.set $next (i32.add (global.get $next) (local.get 3))))
    (func (export "reset") (param i32) (global.set $next (i32.const 2048))))
  (core instance $own (instantiate $memory))
  (core func $shout (canon lower (func $letters "shout")
    (memory (core memory $own "memory")) (realloc (core func $own "realloc"))))
  (core func $line (canon lower (func $log "line") (memory (core memory $own "memory"))))
  (core module $m
    (import "own" "memory" (memory 1))
    (import "letters" "shout" (func $shout (param i32 i32 i32)))
    (import "log" "line" (func $line (param i32 i32)))
    (func (export "greet") (param $at i32) (param $length i32) (result i32)
      (if (i32.gt_u (local.get $length) (i32.const 1024)) (then unreachable))
      (call $line (local.get $at) (local.get $length))
      (memory.copy (i32.const 71) (local.get $at) (local.get $length))
      (call $shout (i32.const 64) (i32.add (local.get $length) (i32.const 7)) (i32.const 0))
      (i32.const 0)))
  (core instance $code (instantiate $m
    (with "own" (instance $own))
    (with "letters" (instance (export "shout" (func $shout))))
    (with "log" (instance (export "line" (func $line))))))
  (func (export "greet") (param "name" string) (result string)
    (canon lift (core func $code "greet")
      (memory (core memory $own "memory"))
      (realloc (core func $own "realloc"))
      (post-return (core func $own "reset")))))
