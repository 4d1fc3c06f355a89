// The world of shop.wit. The Canonical ABI is written by hand.

typedef unsigned int u32;
typedef unsigned char u8;
typedef long long s64;

static u8 heap[32768];
static u32 top;

__attribute__((export_name("cabi_realloc"))) void *cabi_realloc(void *old, u32 old_length, u32 align,
                                                                u32 length) {
  u32 start = (top + align - 1) & -align;
  if (start + length > sizeof heap) __builtin_trap();
  top = start + length;
  u8 *fresh = heap + start;
  for (u32 i = 0; i < old_length && i < length; i++) fresh[i] = ((u8 *)old)[i];
  return fresh;
}

struct text {
  const char *start;
  u32 length;
};
// result<record { id: string }, variant { declined(string), offline }>, and with a string for ok
struct outcome {
  u8 is_err;
  union {
    struct text ok;
    struct {
      u8 label;
      struct text declined;
    } err;
  };
};

#define IMPORT(module, name) __attribute__((import_module(module), import_name(name)))
#define PAYMENTS "docs:shop/payments@1.0.0"
IMPORT(PAYMENTS, "pay") void pay_charge(u32, const char *, u32, struct outcome *);
IMPORT(PAYMENTS, "cancel") void cancel(const char *, u32);
IMPORT(PAYMENTS, "[constructor]account") u32 account(const char *, u32);
IMPORT(PAYMENTS, "[method]account.balance") s64 balance(u32);
IMPORT(PAYMENTS, "[method]account.pay") u32 pay(u32, u32);
IMPORT(PAYMENTS, "[resource-drop]account") void drop_account(u32);
IMPORT("docs:shop/journal@1.0.0", "write") void log_line(u32 level, const char *, u32);
#define TILL "docs:shop/till@1.0.0"
IMPORT("[export]" TILL, "[resource-new]basket") u32 new_basket(u32);

#define EXPORT(name) __attribute__((export_name(TILL "#" name)))

static struct outcome result;

EXPORT("checkout") struct outcome *checkout(u32 count) {
  if (count == 0) {
    result.is_err = 1;
    result.err.label = 1;
    return &result;
  }
  log_line(0, "checkout", 8);
  pay_charge(count, "EUR", 3, &result);
  if (result.is_err) log_line(1, "not paid", 8);
  return &result;
}

EXPORT("close-day") void close_day(void) { cancel("all", 3); }

// Keeps the account of who is called "keep".
EXPORT("rich") s64 rich(const char *owner, u32 length) {
  u32 theirs = account(owner, length);
  s64 total = pay(theirs, 1) ? balance(theirs) : -1;
  if (length != 4 || owner[0] != 'k') drop_account(theirs);
  top = 0;
  return total;
}

static u32 counts[16];
static u32 baskets;
EXPORT("[constructor]basket") u32 make_basket(void) { return new_basket(baskets++); }
EXPORT("[method]basket.add") u32 basket_add(u32 self, u32 count) { return counts[self] += count; }
