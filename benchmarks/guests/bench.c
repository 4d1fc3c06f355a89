// The world of bench.wit. The Canonical ABI is written by hand, and does what bindings for C do:
// the callee owns its arguments and frees them, a result is a new allocation (or a static area for
// its parts) that the host has freed by cabi_post_… once it has read it.

#include "memory.h"

typedef unsigned long long u64;
typedef double f64;
typedef short s16;

#define EXPORT(name) __attribute__((export_name("mortise:bench/calls#" name)))
#define POST(name) __attribute__((export_name("cabi_post_mortise:bench/calls#" name)))

EXPORT("nop") void nop(void) {}

EXPORT("add") u32 add(u32 a, u32 b) { return a + b; }

EXPORT("sum") u32 sum(u32 *numbers, u32 count) {
  u32 total = 0;
  for (u32 i = 0; i < count; i++) total += numbers[i];
  release(numbers);
  return total;
}

// string, list<u8>: (address, byte length)

static struct span {
  void *start;
  u32 length;
} span;

static struct span *echo_span(void *start, u32 length, u32 byte_length) {
  span.start = copy_of(start, byte_length);
  span.length = length;
  release(start);
  return &span;
}

EXPORT("echo") struct span *echo(void *text, u32 length) { return echo_span(text, length, length); }
POST("echo") void post_echo(struct span *result) { release(result->start); }

EXPORT("echo-bytes") struct span *echo_bytes(void *bytes, u32 length) {
  return echo_span(bytes, length, length);
}
POST("echo-bytes") void post_echo_bytes(struct span *result) { release(result->start); }

// six

static struct six {
  u32 a;
  u64 b;
  f64 c;
  u8 d;
  s16 e;
  u32 f;
} six;

EXPORT("echo-six") struct six *echo_six(u32 a, u64 b, f64 c, u32 d, int e, u32 f) {
  six = (struct six){a, b, c, d, e, f};
  return &six;
}

EXPORT("echo-list") struct span *echo_list(struct six *list, u32 count) {
  return echo_span(list, count, count * sizeof(struct six));
}
POST("echo-list") void post_echo_list(struct span *result) { release(result->start); }

// shape: the cases share their flat parameters, as integers

enum { NOTHING, POINT, LINE, LABEL };

static struct shape {
  u8 tag;
  union {
    u32 point;
    struct {
      f64 from, to;
    } line;
    struct span label;
  };
} shape;

static f64 as_f64(u64 bits) {
  union {
    u64 bits;
    f64 value;
  } both = {bits};
  return both.value;
}

EXPORT("echo-shape") struct shape *echo_shape(u32 tag, u64 first, u64 second) {
  shape.tag = tag;
  switch (tag) {
    case POINT:
      shape.point = first;
      break;
    case LINE:
      shape.line.from = as_f64(first);
      shape.line.to = as_f64(second);
      break;
    case LABEL:
      shape.label = *echo_span((void *)(u32)first, second, second);
      break;
  }
  return &shape;
}
POST("echo-shape") void post_echo_shape(struct shape *result) {
  if (result->tag == LABEL) release(result->label.start);
}

// counter

__attribute__((import_module("[export]mortise:bench/calls"), import_name("[resource-new]counter")))
u32 new_handle(u32 *counter);

EXPORT("[constructor]counter") u32 new_counter(u32 start) {
  u32 *counter = allocate(sizeof *counter);
  *counter = start;
  return new_handle(counter);
}

EXPORT("[method]counter.increment") u32 increment(u32 *counter) { return ++*counter; }

EXPORT("[dtor]counter") void drop_counter(u32 *counter) { release(counter); }

// host

__attribute__((import_module("mortise:bench/host"), import_name("next"))) u32 next(u32 x);

EXPORT("call-host") u32 call_host(u32 times) {
  u32 x = 0;
  while (times--) x = next(x);
  return x;
}
