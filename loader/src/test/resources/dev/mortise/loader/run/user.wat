;; Imports a component as a value and makes an instance of it.
(component
  (import "a" (component $a (export "get" (func (result u32)))))
  (instance $i (instantiate $a))
  (export "get" (func $i "get")))
