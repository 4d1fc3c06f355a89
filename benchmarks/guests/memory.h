// The guest's heap: blocks in powers of two, a free list for each, and new ones from the end of
// memory. What is allocated is freed again, so a call finds the heap as the one before it did.

typedef unsigned char u8;
typedef unsigned int u32;

#define GRANULE 8u       // before each block, the logarithm of its size; blocks are aligned to this
#define LEAST_CLASS 4u   // 16 bytes, the header among them
#define PAGE 65536u

extern u8 __heap_base;
static u32 heap_end; // the end of what was ever given out
static void *free_blocks[32];

static u32 size_class(u32 byte_length) {
  u32 total = byte_length + GRANULE;
  if (total < byte_length || total > 1u << 31) __builtin_trap();
  u32 class = 32 - __builtin_clz(total - 1);
  return class < LEAST_CLASS ? LEAST_CLASS : class;
}

static u32 class_of(void *block) { return ((u32 *)block)[-1]; }

static void *new_block(u32 class) {
  if (!heap_end) heap_end = ((u32)&__heap_base + GRANULE - 1) & ~(GRANULE - 1);
  u32 start = heap_end;
  u32 end = start + (1u << class);
  u32 have = __builtin_wasm_memory_size(0) * PAGE;
  if (end < start) __builtin_trap();
  if (end > have && __builtin_wasm_memory_grow(0, (end - have + PAGE - 1) / PAGE) == ~0ul)
    __builtin_trap();
  heap_end = end;
  u8 *block = (u8 *)start + GRANULE;
  ((u32 *)block)[-1] = class;
  return block;
}

static void *allocate(u32 byte_length) {
  u32 class = size_class(byte_length);
  void *block = free_blocks[class];
  if (!block) return new_block(class);
  free_blocks[class] = *(void **)block;
  return block;
}

static void release(void *block) {
  u32 class = class_of(block);
  *(void **)block = free_blocks[class];
  free_blocks[class] = block;
}

static void *copy_of(const void *from, u32 byte_length) {
  void *to = allocate(byte_length);
  __builtin_memcpy(to, from, byte_length); // memory.copy
  return to;
}

__attribute__((export_name("cabi_realloc"))) void *cabi_realloc(
    void *old, u32 old_size, u32 align, u32 new_size) {
  if (align > GRANULE) __builtin_trap();
  if (!old) return allocate(new_size);
  if (size_class(new_size) <= class_of(old)) return old;
  void *block = allocate(new_size);
  __builtin_memcpy(block, old, old_size); // smaller than new_size, or it would have had room
  release(old);
  return block;
}
