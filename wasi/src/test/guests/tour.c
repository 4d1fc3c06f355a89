// A program that uses what WASI has, one part for each first argument, and says what it saw.
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

extern char **environ;

// What a call gave: its result, or the error by its number in preview 1.
static void said(const char *what, long result) {
  if (result < 0) {
    printf("%s: error %d\n", what, errno);
  } else {
    printf("%s: %ld\n", what, result);
  }
}

static void put(const char *path, const char *text, int flags) {
  int fd = open(path, flags, 0644);
  if (fd < 0) {
    said(path, fd);
    return;
  }
  said("write", write(fd, text, strlen(text)));
  close(fd);
}

static void show(const char *path) {
  char text[100];
  int fd = open(path, O_RDONLY);
  if (fd < 0) {
    said(path, fd);
    return;
  }
  ssize_t count = read(fd, text, sizeof text);
  printf("%s: %.*s\n", path, (int)count, text);
  close(fd);
}

static int by_name(const void *a, const void *b) {
  return strcmp(*(char *const *)a, *(char *const *)b);
}

static void list(const char *path) {
  DIR *folder = opendir(path);
  if (!folder) {
    said(path, -1);
    return;
  }
  char *names[100];
  int count = 0;
  for (struct dirent *entry; (entry = readdir(folder)) && count < 100;) {
    if (strcmp(entry->d_name, ".") && strcmp(entry->d_name, "..")) {
      names[count++] = strdup(entry->d_name);
    }
  }
  closedir(folder);
  qsort(names, count, sizeof *names, by_name);
  printf("%s:", path);
  for (int i = 0; i < count; i++) {
    printf(" %s", names[i]);
  }
  printf("\n");
}

static void kind(const char *path) {
  struct stat s;
  if (lstat(path, &s)) {
    said(path, -1);
    return;
  }
  const char *type = S_ISREG(s.st_mode)   ? "file"
                     : S_ISDIR(s.st_mode) ? "folder"
                     : S_ISLNK(s.st_mode) ? "link"
                                          : "other";
  if (S_ISREG(s.st_mode)) {
    printf("%s: %s of %ld bytes\n", path, type, (long)s.st_size);
  } else {
    printf("%s: %s\n", path, type);
  }
}

static void files(void) {
  said("mkdir", mkdir("a", 0755));
  said("mkdir again", mkdir("a", 0755));
  said("mkdir in none", mkdir("none/b", 0755));
  said("mkdir deep", mkdir("a/b", 0755));
  put("a/one", "first", O_WRONLY | O_CREAT);
  put("a/one", "no", O_WRONLY | O_CREAT | O_EXCL);
  put("a/one", " second", O_WRONLY | O_APPEND);
  put("none/x", "no", O_WRONLY | O_CREAT);
  put("a", "no", O_WRONLY);
  show("a/one");
  show("a/none");
  show("a/one/");
  kind("a");
  kind("a/one");

  int fd = open("a/one", O_RDWR);
  said("seek", lseek(fd, 6, SEEK_SET));
  said("write inside", write(fd, "SECOND", 6));
  said("seek to end", lseek(fd, 0, SEEK_END));
  said("seek before start", lseek(fd, -100, SEEK_CUR));
  said("truncate", ftruncate(fd, 9));
  said("lengthen", ftruncate(fd, 11));
  char part[4];
  said("pread", pread(fd, part, 4, 6));
  printf("part: %.*s\n", 4, part);
  said("sync", fsync(fd));
  close(fd);
  kind("a/one");
  said("write to what was opened for reading", write(open("a/one", O_RDONLY), "x", 1));

  said("rename", rename("a/one", "a/b/two"));
  said("rename none", rename("a/one", "a/b/three"));
  said("link", link("a/b/two", "a/same"));
  said("symlink", symlink("b/two", "a/soft"));
  said("symlink to nowhere", symlink("nowhere", "a/dangling"));
  kind("a/soft");
  char target[20] = {0};
  said("readlink", readlink("a/soft", target, sizeof target));
  printf("target: %s\n", target);
  said("readlink of a file", readlink("a/same", target, sizeof target));
  show("a/soft");
  show("a/dangling");
  list("a");
  list("a/b");
  list("a/same");
  said("rmdir full", rmdir("a"));
  said("rmdir file", rmdir("a/same"));
  said("unlink folder", unlink("a/b"));
  said("unlink", unlink("a/same"));
  said("unlink again", unlink("a/same"));
  said("unlink link", unlink("a/soft"));
  said("unlink dangling", unlink("a/dangling"));
  struct timespec times[2] = {{1000000000, 5}, {1500000000, 7}};
  said("set times", utimensat(AT_FDCWD, "a/b/two", times, 0));
  struct stat s;
  said("stat", stat("a/b/two", &s));
  printf("modified %lld.%09ld\n", (long long)s.st_mtim.tv_sec, s.st_mtim.tv_nsec);
  said("unlink deep", unlink("a/b/two"));
  said("rmdir deep", rmdir("a/b"));
  said("rmdir", rmdir("a"));
  list(".");
}

static void escape(void) {
  show("../secret");
  show("/etc/passwd");
  show("a/../../secret");
  put("../new", "no", O_WRONLY | O_CREAT);
  said("mkdir", mkdir("../new", 0755));
  said("symlink", symlink("/etc", "etc"));
  said("unlink", unlink("../secret"));
}

static void input(void) {
  long bytes = 0, lines = 0;
  char buffer[1000];
  for (ssize_t n; (n = read(0, buffer, sizeof buffer)) > 0; bytes += n) {
    for (ssize_t i = 0; i < n; i++) {
      lines += buffer[i] == '\n';
    }
  }
  printf("%ld bytes, %ld lines\n", bytes, lines);
}

static void clocks(void) {
  struct timespec before, after, pause = {0, 30000000};
  clock_gettime(CLOCK_MONOTONIC, &before);
  nanosleep(&pause, 0);
  clock_gettime(CLOCK_MONOTONIC, &after);
  long long ns = (after.tv_sec - before.tv_sec) * 1000000000LL + after.tv_nsec - before.tv_nsec;
  printf("slept %s\n", ns >= 30000000 ? "long enough" : "too short");
  clock_gettime(CLOCK_REALTIME, &after);
  printf("year %s\n", after.tv_sec > 1700000000 ? "is now" : "is long ago");
}

static void numbers(void) {
  unsigned char a[32] = {0}, b[32] = {0};
  said("entropy", getentropy(a, sizeof a));
  said("entropy", getentropy(b, sizeof b));
  printf("%s\n", memcmp(a, b, sizeof a) ? "different" : "the same");
}

static void waiting(void) {
  struct pollfd in = {0, POLLIN, 0};
  int n = poll(&in, 1, 10000);
  printf("poll: %d, %s\n", n, in.revents & POLLIN ? "input" : "nothing");
}

int main(int argc, char **argv) {
  const char *part = argc > 1 ? argv[1] : "";
  if (!strcmp(part, "arguments")) {
    for (int i = 0; i < argc; i++) {
      printf("%d: %s\n", i, argv[i]);
    }
    for (char **e = environ; *e; e++) {
      printf("%s\n", *e);
    }
  } else if (!strcmp(part, "files")) {
    files();
  } else if (!strcmp(part, "escape")) {
    escape();
  } else if (!strcmp(part, "input")) {
    input();
  } else if (!strcmp(part, "clocks")) {
    clocks();
  } else if (!strcmp(part, "numbers")) {
    numbers();
  } else if (!strcmp(part, "waiting")) {
    waiting();
  } else if (!strcmp(part, "exit")) {
    printf("going\n"); // not flushed by us
    exit(argc > 2 ? atoi(argv[2]) : 0);
  } else if (!strcmp(part, "trap")) {
    __builtin_trap();
  } else {
    fprintf(stderr, "no such part: %s\n", part);
    return 2;
  }
  return 0;
}
