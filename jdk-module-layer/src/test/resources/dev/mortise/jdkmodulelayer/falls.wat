;; Asks for what may trap.
(component
  (import "docs:steps/steps@1.0.0" (instance $steps
    (export "run" (func (param "n" u32) (result u32)))))
  (core func $run (canon lower (func $steps "run")))
  (core module $m
    (import "steps" "run" (func $run (param i32) (result i32)))
    (func (export "run") (param i32) (result i32) (call $run (local.get 0))))
  (core instance $code (instantiate $m (with "steps" (instance (export "run" (func $run))))))
  (func (export "run") (param "n" u32) (result u32) (canon lift (core func $code "run"))))
