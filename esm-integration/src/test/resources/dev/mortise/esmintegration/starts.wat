;; Calls its import while it is instantiated, and counts its own calls.
(component
  (import "docs:text/log@0.2.1" (instance $log (export "log" (func (param "n" u32)))))
  (core func $log-core (canon lower (func $log "log")))
  (core module $m
    (import "" "log" (func $log (param i32)))
    (global $calls (mut i32) (i32.const 0))
    (func $start (call $log (i32.const 42)))
    (func (export "calls") (result i32)
      (global.set $calls (i32.add (global.get $calls) (i32.const 1)))
      (global.get $calls))
    (start $start))
  (core instance $code (instantiate $m (with "" (instance (export "log" (func $log-core))))))
  (func (export "calls") (result u32) (canon lift (core func $code "calls"))))
