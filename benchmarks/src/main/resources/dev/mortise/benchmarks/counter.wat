;; A resource type with a constructor, a method and a destructor.
(component
  (core module $dtor
    (global $dropped (mut i32) (i32.const 0))
    (func (export "drop") (param i32)
      (global.set $dropped (i32.add (global.get $dropped) (i32.const 1)))))
  (core instance $d (instantiate $dtor))
  (type $counter' (resource (rep i32) (dtor (core func $d "drop"))))
  (export $counter "counter" (type $counter'))
  (core func $new (canon resource.new $counter'))
  (core module $m
    (import "h" "new" (func $new (param i32) (result i32)))
    (func (export "new") (param i32) (result i32) (call $new (local.get 0)))
    (func (export "next") (param i32) (result i32) (i32.add (local.get 0) (i32.const 1))))
  (core instance $i (instantiate $m (with "h" (instance (export "new" (func $new))))))
  (func (export "[constructor]counter") (param "start" u32) (result (own $counter))
    (canon lift (core func $i "new")))
  (func (export "[method]counter.next") (param "self" (borrow $counter)) (result u32)
    (canon lift (core func $i "next"))))
