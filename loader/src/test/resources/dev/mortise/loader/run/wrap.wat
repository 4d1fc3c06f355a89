;; One link of a chain that Java makes: takes a component, hands one on that has it inside.
(component
  (import "dep" (component $dep (export "f" (func (result u32)))))
  (component $wrapped
    (instance $d (instantiate $dep))
    (export "f" (func $d "f")))
  (export "wrapped" (component $wrapped)))
