;; Gives back what it got, but for 0; and runs until it is stopped.
(component
  (core module $m
    (func (export "run") (param i32) (result i32)
      (if (i32.eqz (local.get 0)) (then (unreachable)))
      (local.get 0))
    (func (export "spin") (loop $on (br $on))))
  (core instance $code (instantiate $m))
  (func $run (param "n" u32) (result u32) (canon lift (core func $code "run")))
  (func $spin (canon lift (core func $code "spin")))
  (instance $steps (export "run" (func $run)))
  (export "docs:steps/steps@1.0.0" (instance $steps))
  (export "run" (func $run))
  (export "spin" (func $spin)))
