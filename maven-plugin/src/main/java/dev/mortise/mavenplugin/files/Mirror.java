package dev.mortise.mavenplugin.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Makes a folder equal to another, and touches no file that is so already: compilers and editors
 * look at the time of files.
 */
public final class Mirror {
  private Mirror() {}

  /**
   * Copies what differs and deletes what the original has not.
   *
   * @param original a folder; one that is missing is empty
   * @return what was deleted, relative to the folder
   */
  public static List<Path> sync(Path original, Path copy) throws IOException {
    for (Path file : Inputs.endingWith("", original)) {
      Path target = copy.resolve(original.relativize(file));
      if (!Files.isRegularFile(target) || Files.mismatch(file, target) >= 0) {
        Files.createDirectories(target.getParent());
        Files.write(target, Files.readAllBytes(file));
      }
    }
    List<Path> deleted = new ArrayList<>();
    for (Path file : Inputs.endingWith("", copy)) {
      Path relative = copy.relativize(file);
      if (!Files.exists(original.resolve(relative))) {
        Files.delete(file);
        deleted.add(relative);
      }
    }
    deleteEmptyFolders(copy);
    return deleted;
  }

  /** Deletes a folder with all that is in it. */
  public static void delete(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }

  private static void deleteEmptyFolders(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    List<Path> folders;
    try (Stream<Path> all = Files.walk(folder)) {
      folders = all.filter(Files::isDirectory).sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : folders) {
      boolean empty;
      try (Stream<Path> entries = Files.list(path)) {
        empty = entries.findAny().isEmpty();
      }
      if (empty) {
        Files.delete(path);
      }
    }
  }
}
