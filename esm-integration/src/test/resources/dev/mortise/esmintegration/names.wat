;; Names that mean something to JavaScript.
(component
  (core module $m (func (export "f") (result i32) (i32.const 7)))
  (core instance $code (instantiate $m))
  (func $f (result u32) (canon lift (core func $code "f")))
  (instance $words (export "default" (func $f)) (export "delete" (func $f)))
  (export "docs:names/await@1.0.0" (instance $words))
  (export "default" (func $f))
  (export "new" (func $f))
  (export "to-string" (func $f)))
