;; The callee of composed.wat, as a component of its own.
(component
  (core module $m
    (memory (export "memory") 1)
    (global $heap (mut i32) (i32.const 64))
    (func (export "realloc") (param $old i32) (param $old-size i32) (param $align i32) (param $size i32)
      (result i32)
      (global.get $heap)
      (global.set $heap (i32.add (global.get $heap) (local.get $size)))
      (if (i32.gt_u (global.get $heap) (i32.const 65536)) (then unreachable)))
    (func (export "add") (param i32 i32) (result i32) (i32.add (local.get 0) (local.get 1)))
    (func (export "byte-length") (param $text i32) (param $byte-length i32) (result i32)
      (global.set $heap (i32.const 64)) ;; frees the argument
      (local.get $byte-length)))
  (core instance $i (instantiate $m))
  (func $add (param "a" u32) (param "b" u32) (result u32)
    (canon lift (core func $i "add")))
  (func $byte-length (param "text" string) (result u32)
    (canon lift (core func $i "byte-length") string-encoding=utf8
      (memory (core memory $i "memory")) (realloc (core func $i "realloc"))))
  (instance $callee
    (export "add" (func $add))
    (export "byte-length" (func $byte-length)))
  (export "mortise:bench/callee" (instance $callee)))
