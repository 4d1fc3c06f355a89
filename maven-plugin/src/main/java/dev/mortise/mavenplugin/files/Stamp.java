package dev.mortise.mavenplugin.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * What a goal was last run with: its settings and the content of its files. When it is the same
 * again, there is nothing to do. The file is text, so that somebody who wonders can compare.
 */
public final class Stamp {
  private final Path file;
  private final List<String> lines;

  private Stamp(Path file, List<String> lines) {
    this.file = file;
    this.lines = List.copyOf(lines);
  }

  /**
   * Takes the present state.
   *
   * @param file where it is written
   * @param settings all that has an influence, besides the files
   * @param files the files whose content has an influence; one that is missing is a state too
   */
  public static Stamp of(Path file, List<String> settings, List<Path> files) throws IOException {
    List<String> lines = new ArrayList<>();
    settings.forEach(setting -> lines.add(setting.replaceAll("\\R", " ")));
    for (Path input : files) {
      lines.add(digest(input) + " " + input);
    }
    return new Stamp(file, lines);
  }

  private static String digest(Path input) throws IOException {
    if (!Files.isRegularFile(input)) {
      return "missing";
    }
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha256.digest(Files.readAllBytes(input)));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }

  /** Whether the last run was with this very state. */
  public boolean isCurrent() throws IOException {
    return Files.isRegularFile(file) && Files.readAllLines(file).equals(lines);
  }

  /** Remembers this state, after all is done. */
  public void write() throws IOException {
    Files.createDirectories(file.getParent());
    Files.write(file, lines);
  }

  /** Forgets what the last run was with: it is about to be undone. */
  public void forget() throws IOException {
    Files.deleteIfExists(file);
  }
}
