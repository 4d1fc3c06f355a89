;; The closure: each instance of $PARENT exports another component `a`, over one compiled $a.
(component $PARENT
  (import "b" (core module $b (export "get" (func (result i32)))))
  (component $a
    (core module $own
      (import "b" "get" (func $get (result i32)))
      (func (export "twice") (result i32) (i32.mul (call $get) (i32.const 2))))
    (core instance $i (instantiate $b))
    (core instance $o (instantiate $own (with "b" (instance $i))))
    (func (export "get") (result u32) (canon lift (core func $i "get")))
    (func (export "twice") (result u32) (canon lift (core func $o "twice"))))
  (export "a" (component $a)))
