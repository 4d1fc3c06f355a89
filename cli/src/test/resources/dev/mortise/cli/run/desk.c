// The component test:desk. What has many parameters comes as a pointer to all of them in memory, and
// a result of the same fields is a pointer to the same memory.
typedef unsigned char u8;
typedef unsigned u32;
typedef long long s64;
extern u8 __heap_base;
static u32 top;

__attribute__((export_name("cabi_realloc"))) void *cabi_realloc(
    void *old, u32 old_size, u32 alignment, u32 new_size) {
  if (!top) top = (u32)&__heap_base;
  u32 start = (top + alignment - 1) & ~(alignment - 1);
  top = start + new_size;
  while (top > __builtin_wasm_memory_size(0) * 65536u)
    if (__builtin_wasm_memory_grow(0, 1) == (unsigned long)-1) __builtin_trap();
  for (u32 i = 0; i < old_size && i < new_size; i++) ((u8 *)start)[i] = ((u8 *)old)[i];
  return (void *)start;
}

#define ECHO(name) __attribute__((export_name("test:desk/echo@1.0.0#" name)))
#define TICKET(name, of) \
  __attribute__((import_module("[export]test:desk/echo@1.0.0"), import_name(name "ticket"))) of

TICKET("[resource-new]", u32 ticket_new)(u32 rep);
TICKET("[resource-drop]", void ticket_drop)(u32 handle);
TICKET("[resource-rep]", u32 ticket_rep)(u32 handle);

static u32 area[4];

static u32 *pair(u32 first, u32 second) {
  area[0] = first;
  area[1] = second;
  return area;
}

ECHO("everything") void *everything(void *all) { return all; }
ECHO("choices") void *choices(void *all) { return all; }
ECHO("several") void *several(void *all) { return all; }
ECHO("say") u32 *say(u32 start, u32 length) { return pair(start, length); }
ECHO("bytes") u32 *bytes(u32 start, u32 length) { return pair(start, length); }
ECHO("first") u32 first(u32 *letters, u32 length) {
  if (!length) __builtin_trap();
  return letters[0];
}
ECHO("add") int add(int a, int b) { return a + b; }
ECHO("sum") s64 sum(s64 base, s64 *numbers, u32 length) {
  for (u32 i = 0; i < length; i++) base += numbers[i];
  return base;
}
ECHO("scale") double scale(double by) { return by * 2; }
ECHO("admit") u32 *admit(u32 age) {
  area[0] = age > 100;
  if (age > 100) {
    area[1] = (u32) "too old,\nsorry";
    area[2] = 14;
  } else {
    *(u8 *)&area[1] = age;
  }
  return area;
}
// The flat form of result<_, mood> has two values, so it comes back in memory.
ECHO("feel") u8 *feel(u32 well) {
  u8 *result = (u8 *)area;
  result[0] = !well;
  result[1] = 1;
  return result;
}
ECHO("try") u32 try_(u32 json) { return !json; }
ECHO("[constructor]ticket") u32 ticket(u32 number) { return ticket_new(number); }
ECHO("[method]ticket.number") u32 number(u32 rep) { return rep; }
ECHO("redeem") u32 redeem(u32 handle) {
  u32 number = ticket_rep(handle);
  ticket_drop(handle);
  return number;
}
ECHO("issue") u32 issue(u32 number) { return ticket_new(number); }
__attribute__((export_name("nothing"))) void nothing(void) {}
