import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Formats every Java file of the project with google-java-format, or checks that they are.
 *
 * <p>Run by the build on the selected JDK, because google-java-format reads sources with the parser
 * of the JVM it runs in, and Maven's own may be too old for the language level of this project.
 */
class Format {
  private static final Set<String> SKIPPED = Set.of("target", ".git", ".mortise");

  public static void main(String[] args) throws IOException {
    boolean apply =
        switch (args[0]) {
          case "apply" -> true;
          case "check" -> false;
          default -> throw new IllegalArgumentException("expected apply or check: " + args[0]);
        };
    Path root = Path.of(args[1]);
    List<Path> unformatted;
    try (Stream<Path> files = javaFiles(root)) {
      unformatted = files.parallel().filter(file -> !formatted(file, apply)).sorted().toList();
    }
    for (Path file : unformatted) {
      System.err.println((apply ? "formatted " : "not formatted: ") + root.relativize(file));
    }
    if (!apply && !unformatted.isEmpty()) {
      System.err.println("To format them: mvn -q -N verify -Dformat=apply");
      System.exit(1);
    }
  }

  private static Stream<Path> javaFiles(Path folder) {
    if (SKIPPED.contains(folder.getFileName().toString())) {
      return Stream.empty();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.toList().stream()
          .flatMap(
              entry -> {
                if (Files.isDirectory(entry)) {
                  return javaFiles(entry);
                }
                return entry.toString().endsWith(".java") ? Stream.of(entry) : Stream.empty();
              })
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether the file was formatted already; writes it anew if it was not and {@code apply}. */
  private static boolean formatted(Path file, boolean apply) {
    try {
      String source = Files.readString(file);
      String formatted = new Formatter().formatSourceAndFixImports(source);
      if (formatted.equals(source)) {
        return true;
      }
      if (apply) {
        Files.writeString(file, formatted);
      }
      return false;
    } catch (FormatterException e) {
      throw new IllegalStateException(file + " cannot be parsed: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
