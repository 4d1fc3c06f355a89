;; A call that goes through the host and two components before it traps.
(component
  (import "between" (func $between))
  (component $inner
    (core module $deep
      (func $fall (param $n i32)
        (if (i32.eqz (local.get $n)) (then unreachable))
        (call $fall (i32.sub (local.get $n) (i32.const 1))))
      (func $land (export "run") (call $fall (i32.const 2))))
    (core instance $i (instantiate $deep))
    (func (export "run") (canon lift (core func $i "run"))))
  (component $outer
    (import "run" (func $run))
    (import "between" (func $between))
    (core func $run' (canon lower (func $run)))
    (core func $between' (canon lower (func $between)))
    (core module $shallow
      (import "h" "run" (func $run))
      (import "h" "between" (func $between))
      (func $step-off (call $run))
      (func (export "run") (call $step-off))
      (func $knock (export "host") (call $between)))
    (core instance $i (instantiate $shallow (with "h" (instance
      (export "run" (func $run')) (export "between" (func $between'))))))
    (func (export "run") (canon lift (core func $i "run")))
    (func (export "host") (canon lift (core func $i "host"))))
  (instance $i (instantiate $inner))
  (instance $o (instantiate $outer (with "run" (func $i "run")) (with "between" (func $between))))
  (export "run" (func $o "run"))
  (export "host" (func $o "host")))
