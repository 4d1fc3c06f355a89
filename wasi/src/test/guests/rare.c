// The functions of preview 1 that C libraries seldom call, by their names. Each line of the output
// is a function and what it gave: 0, or the number of an error.
#define IMPORT(name) __attribute__((import_module("wasi_snapshot_preview1"), import_name(name)))
typedef unsigned int u32;
typedef unsigned long long u64;

IMPORT("fd_write") u32 fd_write(u32 fd, const void *parts, u32 count, u32 *written);
IMPORT("path_open")
u32 path_open(u32 fd, u32 lookup, const char *path, u32 length, u32 how, u64 rights, u64 inherited,
              u32 flags, u32 *result);
IMPORT("fd_close") u32 fd_close(u32 fd);
IMPORT("fd_advise") u32 fd_advise(u32 fd, u64 offset, u64 length, u32 advice);
IMPORT("fd_allocate") u32 fd_allocate(u32 fd, u64 offset, u64 length);
IMPORT("fd_datasync") u32 fd_datasync(u32 fd);
IMPORT("fd_fdstat_set_flags") u32 fd_fdstat_set_flags(u32 fd, u32 flags);
IMPORT("fd_fdstat_set_rights") u32 fd_fdstat_set_rights(u32 fd, u64 rights, u64 inherited);
IMPORT("fd_filestat_get") u32 fd_filestat_get(u32 fd, u64 *stat);
IMPORT("fd_filestat_set_times") u32 fd_filestat_set_times(u32 fd, u64 access, u64 change, u32 how);
IMPORT("fd_pwrite") u32 fd_pwrite(u32 fd, const void *parts, u32 count, u64 offset, u32 *written);
IMPORT("fd_renumber") u32 fd_renumber(u32 from, u32 to);
IMPORT("fd_tell") u32 fd_tell(u32 fd, u64 *offset);
IMPORT("clock_res_get") u32 clock_res_get(u32 clock, u64 *resolution);
IMPORT("sched_yield") u32 sched_yield(void);
IMPORT("proc_raise") u32 proc_raise(u32 signal);
IMPORT("sock_accept") u32 sock_accept(u32 fd, u32 flags, u32 *result);
IMPORT("sock_recv")
u32 sock_recv(u32 fd, void *parts, u32 count, u32 flags, u32 *size, u32 *result);
IMPORT("sock_send") u32 sock_send(u32 fd, void *parts, u32 count, u32 flags, u32 *size);
IMPORT("sock_shutdown") u32 sock_shutdown(u32 fd, u32 how);

struct part {
  const char *at;
  u32 length;
};

static void print(const char *text) {
  struct part part = {text, 0};
  while (text[part.length]) {
    part.length++;
  }
  u32 written;
  fd_write(1, &part, 1, &written);
}

static void said(const char *what, u64 number) {
  char digits[24];
  int at = sizeof digits;
  digits[--at] = 0;
  digits[--at] = '\n';
  do {
    digits[--at] = '0' + number % 10;
  } while (number /= 10);
  print(what);
  print(": ");
  print(digits + at);
}

void _start(void) {
  u32 fd = 0, other = 0, number = 0;
  u64 value = 1, stat[8];
  said("path_open", path_open(3, 0, "file", 4, 1, -1, -1, 0, &fd));
  said("fd_allocate", fd_allocate(fd, 10, 20));
  said("fd_filestat_get", fd_filestat_get(fd, stat));
  said("size", stat[4]);
  said("fd_allocate what is there", fd_allocate(fd, 0, 5));
  said("fd_filestat_get", fd_filestat_get(fd, stat));
  said("size", stat[4]);
  said("fd_advise", fd_advise(fd, 0, 0, 2));
  said("fd_advise, no such advice", fd_advise(fd, 0, 0, 99));
  said("fd_datasync", fd_datasync(fd));
  said("fd_filestat_set_times", fd_filestat_set_times(fd, 0, 1000000000000005000, 4));
  said("fd_filestat_get", fd_filestat_get(fd, stat));
  said("modified", stat[6]);
  struct part part = {"ab", 2};
  said("fd_pwrite", fd_pwrite(fd, &part, 1, 28, &number));
  said("fd_tell", fd_tell(fd, &value));
  said("offset", value);
  said("fd_fdstat_set_flags, append", fd_fdstat_set_flags(fd, 1));
  said("fd_write", fd_write(fd, &part, 1, &number));
  said("fd_tell", fd_tell(fd, &value));
  said("offset", value);
  said("fd_fdstat_set_rights", fd_fdstat_set_rights(fd, 0, 0));
  said("fd_renumber to what is not open", fd_renumber(fd, 99));
  said("path_open", path_open(3, 0, "file", 4, 0, -1, -1, 0, &other));
  said("fd_renumber", fd_renumber(fd, other));
  said("fd_tell of the old", fd_tell(fd, &value));
  said("fd_tell of the new", fd_tell(other, &value));
  said("offset", value);
  said("sock_accept", sock_accept(other, 0, &number));
  said("sock_recv", sock_recv(other, &part, 0, 0, &number, &number));
  said("sock_send", sock_send(other, &part, 0, 0, &number));
  said("sock_shutdown", sock_shutdown(other, 1));
  said("sock_shutdown of nothing", sock_shutdown(77, 1));
  said("fd_close", fd_close(other));
  said("fd_close again", fd_close(other));
  said("clock_res_get", clock_res_get(1, &value));
  print(value >= 1 && value <= 1000000000 ? "a resolution\n" : "no resolution\n");
  said("clock_res_get of none", clock_res_get(9, &value));
  said("sched_yield", sched_yield());
  proc_raise(6);
  print("still here\n");
}
