;; What it exports is what it imports, lowered and lifted, without core code between.
(component
  (import "f" (func $f (param "x" u32) (result u32)))
  (core func $lowered (canon lower (func $f)))
  (func (export "g") (param "x" u32) (result u32) (canon lift (core func $lowered))))
