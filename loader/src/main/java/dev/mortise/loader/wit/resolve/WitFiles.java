package dev.mortise.loader.wit.resolve;

import dev.mortise.loader.wit.parse.WitParser;
import dev.mortise.loader.wit.source.WitLimits;
import dev.mortise.loader.wit.source.WitProblems;
import dev.mortise.loader.wit.source.WitRule;
import dev.mortise.loader.wit.syntax.WitFile;
import dev.mortise.runtime.error.WitException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Finds and parses the files of packages (WIT.md, "Filesystem structure"). */
final class WitFiles {
  private static final String DEPS = "deps";
  private static final String EXTENSION = ".wit";

  /**
   * What becomes one package, with the packages nested in it.
   *
   * @param place the file or folder
   */
  record Group(String place, List<WitFile> files) {
    Group {
      files = List.copyOf(files);
    }
  }

  private final WitProblems problems;
  private int files;
  private long bytes;

  WitFiles(WitProblems problems) {
    this.problems = problems;
  }

  /** The package that a file or folder is: last, after those in its folder {@code deps}. */
  List<Group> read(Path root) throws IOException {
    if (!Files.exists(root)) {
      throw new NoSuchFileException(root.toString());
    }
    List<Group> groups = new ArrayList<>();
    if (!Files.isDirectory(root)) {
      groups.add(new Group(root.toString(), parse(List.of(root))));
      return groups;
    }
    Path deps = root.resolve(DEPS);
    if (Files.isDirectory(deps)) {
      for (Path entry : entries(deps)) {
        if (Files.isDirectory(entry)) {
          groups.add(folder(entry));
        } else if (isWit(entry)) {
          groups.add(new Group(entry.toString(), parse(List.of(entry))));
        }
      }
    }
    groups.add(folder(root));
    return groups;
  }

  private Group folder(Path folder) throws IOException {
    List<Path> paths =
        entries(folder).stream().filter(p -> isWit(p) && !Files.isDirectory(p)).toList();
    return new Group(folder.toString(), parse(paths));
  }

  private static boolean isWit(Path path) {
    return path.toString().endsWith(EXTENSION);
  }

  /** What is in a folder, by name. */
  private static List<Path> entries(Path folder) throws IOException {
    try (Stream<Path> list = Files.list(folder)) {
      return list.sorted().toList();
    }
  }

  /** Files by their syntax; one that has an error is reported, and left out. */
  private List<WitFile> parse(List<Path> paths) throws IOException {
    List<WitFile> parsed = new ArrayList<>();
    for (Path path : paths) {
      files++;
      byte[] content;
      try (InputStream in = Files.newInputStream(path)) {
        content = in.readNBytes(WitLimits.FILE_BYTES + 1);
      }
      bytes += content.length;
      if (files > WitLimits.FILES || bytes > WitLimits.TOTAL_BYTES) {
        throw new WitException(
            WitProblems.of(WitRule.LIMIT, path.toString())
                .expecting(
                    "at most "
                        + WitLimits.FILES
                        + " files with "
                        + WitLimits.TOTAL_BYTES
                        + " bytes together",
                    "more"));
      }
      try {
        parsed.add(WitParser.parse(path.toString(), content));
      } catch (WitException e) {
        problems.addAll(e);
      }
    }
    return parsed;
  }
}
