;; Imports of each kind, for messages and for matching by version.
(component
  (import "docs:clock/now@1.2.3" (instance $clock
    (export "hour" (func (result u32)))
    (export "zone" (func (param "of" string) (result string)))))
  (import "log" (func $log (param "n" u32)))
  (alias export $clock "hour" (func $hour))
  (core func $hour' (canon lower (func $hour)))
  (core func $log' (canon lower (func $log)))
  (core module $m
    (import "h" "hour" (func $hour (result i32)))
    (import "h" "log" (func $log (param i32)))
    (func (export "hour") (result i32) (call $hour))
    (func (export "log") (call $log (i32.const 7))))
  (core instance $i (instantiate $m (with "h" (instance
    (export "hour" (func $hour'))
    (export "log" (func $log'))))))
  (func (export "hour") (result u32) (canon lift (core func $i "hour")))
  (func (export "log") (canon lift (core func $i "log"))))
