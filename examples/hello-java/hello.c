// The world of hello.wit, or with CLOCK that of hello-clock.wit. The Canonical ABI is written by
// hand: no libc, no generated code.
//
// A string crosses as (address, byte length) in UTF-8. The host asks cabi_realloc for the room of
// the argument; the result is two words in memory, and cabi_post_greet is called once it was read.

typedef unsigned char u8;
typedef unsigned int u32;

extern u8 __heap_base;
static u32 top; // the end of what is given out; everything is freed at once, after each call

__attribute__((export_name("cabi_realloc"))) void *cabi_realloc(
    void *old, u32 old_size, u32 align, u32 new_size) {
  if (!top) top = (u32)&__heap_base;
  u32 start = (top + align - 1) & ~(align - 1);
  u32 end = start + new_size;
  u32 have = __builtin_wasm_memory_size(0) * 65536u;
  if (end < start) __builtin_trap();
  if (end > have && __builtin_wasm_memory_grow(0, (end - have + 65535u) / 65536u) == (unsigned long)-1)
    __builtin_trap();
  top = end;
  for (u32 i = 0; i < old_size && i < new_size; i++) ((u8 *)start)[i] = ((u8 *)old)[i];
  return (void *)start;
}

static u8 *append(u8 *to, const u8 *from, u32 byte_length) {
  for (u32 i = 0; i < byte_length; i++) *to++ = from[i];
  return to;
}

#define APPEND(to, literal) append(to, (const u8 *)(literal), sizeof(literal) - 1)

#ifdef CLOCK
__attribute__((import_module("examples:hello/clock@1.0.0"), import_name("hour"))) u32 hour(void);

static u8 *salute(u8 *to) {
  u32 now = hour();
  if (now < 5) return APPEND(to, "Good night");
  if (now < 12) return APPEND(to, "Good morning");
  if (now < 18) return APPEND(to, "Good afternoon");
  return APPEND(to, "Good evening");
}
#else
static u8 *salute(u8 *to) { return APPEND(to, "Hello"); }
#endif

__attribute__((export_name("greet"))) u32 *greet(const u8 *who, u32 byte_length) {
  static u32 result[2];
  u8 *text = cabi_realloc(0, 0, 1, byte_length + 32);
  u8 *end = salute(text);
  end = APPEND(end, ", ");
  end = append(end, who, byte_length);
  end = APPEND(end, "!");
  result[0] = (u32)text;
  result[1] = (u32)(end - text);
  return result;
}

__attribute__((export_name("cabi_post_greet"))) void cabi_post_greet(u32 *result) {
  (void)result;
  top = (u32)&__heap_base;
}
