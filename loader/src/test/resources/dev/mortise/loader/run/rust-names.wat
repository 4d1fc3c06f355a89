;; Functions with the names that Rust's compiler gives them.
(component
  (core module $m
    (func $_ZN4core9panicking5panic17h0123456789abcdefE unreachable)
    (func $_ZN4$LT$T$GT$5 (call $_ZN4core9panicking5panic17h0123456789abcdefE))
    (func (export "run") (call $_ZN4$LT$T$GT$5)))
  (core instance $i (instantiate $m))
  (func (export "run") (canon lift (core func $i "run"))))
