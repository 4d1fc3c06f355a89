;; Writes down the hour of each visit, and says what it wrote before.
(component
  (import "demo:host/clock@1.0.0" (instance $clock
    (export "hour" (func (result u32)))))
  (import "demo:host/store@1.0.0" (instance $store
    (export "read" (func (result u32)))
    (export "write" (func (param "value" u32) (result bool)))))
  (core func $hour (canon lower (func $clock "hour")))
  (core func $read (canon lower (func $store "read")))
  (core func $write (canon lower (func $store "write")))
  (core module $m
    (import "host" "hour" (func $hour (result i32)))
    (import "host" "read" (func $read (result i32)))
    (import "host" "write" (func $write (param i32) (result i32)))
    (func (export "visit") (result i32) (call $write (call $hour)))
    (func (export "last") (result i32) (call $read)))
  (core instance $code (instantiate $m
    (with "host" (instance
      (export "hour" (func $hour))
      (export "read" (func $read))
      (export "write" (func $write))))))
  (func (export "visit") (result bool) (canon lift (core func $code "visit")))
  (func (export "last") (result u32) (canon lift (core func $code "last"))))
