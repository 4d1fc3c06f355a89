;; What it exports is what it imports, as it is.
(component
  (import "f" (func $f (param "x" u32) (result u32)))
  (export "g" (func $f)))
