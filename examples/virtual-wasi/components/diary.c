// A diary: writes the day into /diary.txt, and says what it sees of the world.
#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

int main(void) {
  time_t now = time(0);
  char day[20];
  strftime(day, sizeof day, "%Y-%m-%d", gmtime(&now));
  printf("today is %s\n", day);

  FILE *diary = fopen("/diary.txt", "a");
  if (!diary) {
    printf("no diary: %s\n", strerror(errno));
    return 1;
  }
  fprintf(diary, "%s\n", day);
  fclose(diary);

  DIR *folder = opendir("/");
  for (struct dirent *entry; folder && (entry = readdir(folder));) {
    if (entry->d_name[0] != '.') {
      printf("I see %s\n", entry->d_name);
    }
  }

  FILE *above = fopen("/../secret.txt", "r");
  printf("above: %s\n", above ? "open" : strerror(errno));
  return 0;
}
