;; The caller of composed.wat, as a component of its own.
(component
  (import "mortise:bench/callee" (instance $callee
    (export "add" (func (param "a" u32) (param "b" u32) (result u32)))
    (export "byte-length" (func (param "text" string) (result u32)))))
  (core module $memory
    (memory (export "memory") 1)
    (global $heap (mut i32) (i32.const 64))
    (func (export "realloc") (param $old i32) (param $old-size i32) (param $align i32) (param $size i32)
      (result i32)
      (global.get $heap)
      (global.set $heap (i32.add (global.get $heap) (local.get $size)))
      (if (i32.gt_u (global.get $heap) (i32.const 65536)) (then unreachable)))
    (func (export "free") (global.set $heap (i32.const 64))))
  (core instance $memory (instantiate $memory))
  (core func $add' (canon lower (func $callee "add")))
  (core func $byte-length'
    (canon lower (func $callee "byte-length") string-encoding=utf8
      (memory (core memory $memory "memory"))))
  (core module $m
    (import "callee" "add" (func $add (param i32 i32) (result i32)))
    (import "callee" "byte-length" (func $byte-length (param i32 i32) (result i32)))
    (import "memory" "free" (func $free))
    (func (export "add") (param i32 i32) (result i32)
      (call $add (local.get 0) (local.get 1)))
    (func (export "add-many") (param $times i32) (result i32)
      (local $total i32)
      (block $done
        (loop $again
          (br_if $done (i32.eqz (local.get $times)))
          (local.set $total (call $add (local.get $total) (i32.const 1)))
          (local.set $times (i32.sub (local.get $times) (i32.const 1)))
          (br $again)))
      (local.get $total))
    (func (export "pass-many") (param $times i32) (param $text i32) (param $byte-length i32)
      (result i32)
      (local $total i32)
      (block $done
        (loop $again
          (br_if $done (i32.eqz (local.get $times)))
          (local.set $total
            (i32.add (local.get $total)
              (call $byte-length (local.get $text) (local.get $byte-length))))
          (local.set $times (i32.sub (local.get $times) (i32.const 1)))
          (br $again)))
      (call $free)
      (local.get $total)))
  (core instance $i
    (instantiate $m
      (with "callee" (instance
        (export "add" (func $add'))
        (export "byte-length" (func $byte-length'))))
      (with "memory" (instance $memory))))
  (func $add-export (param "a" u32) (param "b" u32) (result u32)
    (canon lift (core func $i "add")))
  (func $add-many (param "times" u32) (result u32)
    (canon lift (core func $i "add-many")))
  (func $pass-many (param "times" u32) (param "s" string) (result u32)
    (canon lift (core func $i "pass-many") string-encoding=utf8
      (memory (core memory $memory "memory")) (realloc (core func $memory "realloc"))))
  (instance $chain
    (export "add" (func $add-export))
    (export "add-many" (func $add-many))
    (export "pass-many" (func $pass-many)))
  (export "mortise:bench/chain" (instance $chain)))
