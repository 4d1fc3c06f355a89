;; Waits and rolls dice by WASI 0.2.0, an older one than the virtual WASI has.
(component
  (import "wasi:io/poll@0.2.0" (instance $poll
    (export $pollable "pollable" (type (sub resource)))
    (export "[method]pollable.block" (func (param "self" (borrow $pollable))))
    (export "poll" (func (param "in" (list (borrow $pollable))) (result (list u32))))))
  (alias export $poll "pollable" (type $pollable))
  (import "wasi:clocks/monotonic-clock@0.2.0" (instance $clock
    (alias outer 1 $pollable (type $p))
    (export $pollable "pollable" (type (eq $p)))
    (export "now" (func (result u64)))
    (export "subscribe-duration" (func (param "when" u64) (result (own $pollable))))))
  (import "wasi:random/random@0.2.0" (instance $random
    (export "get-random-u64" (func (result u64)))))

  (core module $libc
    (memory (export "memory") 1)
    (global $free (mut i32) (i32.const 1024))
    (func (export "realloc") (param $old i32) (param $old-size i32) (param $align i32) (param $size i32)
      (result i32)
      (local $at i32)
      (local.set $at (i32.and (i32.add (global.get $free) (i32.const 7)) (i32.const -8)))
      (global.set $free (i32.add (local.get $at) (local.get $size)))
      (local.get $at)))
  (core instance $libc (instantiate $libc))
  (core func $block (canon lower (func $poll "[method]pollable.block")))
  (core func $poll-list (canon lower (func $poll "poll")
    (memory $libc "memory") (realloc (func $libc "realloc"))))
  (core func $now (canon lower (func $clock "now")))
  (core func $subscribe (canon lower (func $clock "subscribe-duration")))
  (core func $random (canon lower (func $random "get-random-u64")))
  (core func $drop (canon resource.drop $pollable))

  (core module $main
    (import "libc" "memory" (memory 1))
    (import "wasi" "block" (func $block (param i32)))
    (import "wasi" "poll" (func $poll (param i32 i32 i32)))
    (import "wasi" "now" (func $now (result i64)))
    (import "wasi" "subscribe" (func $subscribe (param i64) (result i32)))
    (import "wasi" "random" (func $random (result i64)))
    (import "wasi" "drop" (func $drop (param i32)))
    ;; The time after a wait.
    (func (export "nap") (param $duration i64) (result i64)
      (local $timer i32)
      (local.set $timer (call $subscribe (local.get $duration)))
      (call $block (local.get $timer))
      (call $drop (local.get $timer))
      (call $now))
    ;; Which of two waits is over first.
    (func (export "race") (param $first i64) (param $second i64) (result i32)
      (i32.store (i32.const 16) (call $subscribe (local.get $first)))
      (i32.store (i32.const 20) (call $subscribe (local.get $second)))
      (call $poll (i32.const 16) (i32.const 2) (i32.const 32))
      (call $drop (i32.load (i32.const 16)))
      (call $drop (i32.load (i32.const 20)))
      (i32.load (i32.load (i32.const 32))))
    ;; Turns until the clock shows more.
    (func (export "spin") (param $until i64) (result i32)
      (local $turns i32)
      (loop $again
        (local.set $turns (i32.add (local.get $turns) (i32.const 1)))
        (br_if $again (i64.lt_u (call $now) (local.get $until))))
      (local.get $turns))
    (func (export "roll") (result i64)
      (i64.add (i64.rem_u (call $random) (i64.const 6)) (i64.const 1))))
  (core instance $main (instantiate $main
    (with "libc" (instance $libc))
    (with "wasi" (instance
      (export "block" (func $block))
      (export "poll" (func $poll-list))
      (export "now" (func $now))
      (export "subscribe" (func $subscribe))
      (export "random" (func $random))
      (export "drop" (func $drop))))))
  (func (export "nap") (param "duration" u64) (result u64) (canon lift (core func $main "nap")))
  (func (export "race") (param "first" u64) (param "second" u64) (result u32)
    (canon lift (core func $main "race")))
  (func (export "spin") (param "until" u64) (result u32) (canon lift (core func $main "spin")))
  (func (export "roll") (result u64) (canon lift (core func $main "roll"))))
