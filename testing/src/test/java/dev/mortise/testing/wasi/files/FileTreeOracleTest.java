package dev.mortise.testing.wasi.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The file system in memory beside that of the machine: the same calls, the same errors. */
@EnabledOnOs(OS.LINUX)
class FileTreeOracleTest {
  private static final int STEPS = 1500;

  @TempDir Path real;

  private final FileTree tree = new FileTree(() -> Instant.EPOCH);

  private enum Call {
    CREATE,
    MAKE_DIRECTORY,
    UNLINK,
    REMOVE_DIRECTORY,
    RENAME,
    LINK
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void randomCalls_endAsOnTheMachine(long seed) throws IOException {
    Random random = new Random(seed);
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < STEPS; i++) {
      Call call = Call.values()[random.nextInt(Call.values().length)];
      String path = path(random);
      String other = path(random);
      String ended = outcome(call, path, other);
      assertThat(here(call, path, other))
          .as("seed %d, step %d: %s %s (%s)", seed, i, call, path, other)
          .isEqualTo(ended);
      seen.add(ended);
    }
    assertThat(seen)
        .containsExactlyInAnyOrder(
            "ok",
            "exist",
            "invalid",
            "is-directory",
            "no-entry",
            "not-directory",
            "not-empty",
            "not-permitted");
    assertThat(listed(tree.root(), "")).containsExactlyInAnyOrderElementsOf(there());
  }

  private static String path(Random random) {
    StringBuilder path = new StringBuilder("abc".charAt(random.nextInt(3)) + "");
    while (random.nextInt(2) == 0 && path.length() < 6) {
      path.append('/').append("abc".charAt(random.nextInt(3)));
    }
    return path.toString();
  }

  private String here(Call call, String path, String other) {
    DirectoryNode root = tree.root();
    try {
      switch (call) {
        case CREATE -> assertThat(tree.createFile(root, path)).isNotNull();
        case MAKE_DIRECTORY -> assertThat(tree.createDirectory(root, path)).isNotNull();
        case UNLINK -> tree.unlink(root, path);
        case REMOVE_DIRECTORY -> tree.removeDirectory(root, path);
        case RENAME -> tree.rename(root, path, root, other);
        case LINK -> tree.link(root, path, root, other);
      }
      return "ok";
    } catch (FileException e) {
      return e.code().label();
    }
  }

  private String outcome(Call call, String path, String other) throws IOException {
    Path file = real.resolve(path);
    try {
      switch (call) {
        case CREATE ->
            Files.newByteChannel(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE).close();
        case MAKE_DIRECTORY -> Files.createDirectory(file);
        case UNLINK -> {
          // Java removes either.
          if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
            return "is-directory";
          }
          Files.delete(file);
        }
        case REMOVE_DIRECTORY -> {
          if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return "not-directory";
          }
          Files.delete(file);
        }
        case RENAME -> Files.move(file, real.resolve(other), StandardCopyOption.ATOMIC_MOVE);
        case LINK -> Files.createLink(real.resolve(other), file);
      }
      return "ok";
    } catch (NoSuchFileException e) {
      return "no-entry";
    } catch (FileAlreadyExistsException e) {
      return "exist";
    } catch (DirectoryNotEmptyException e) {
      return "not-empty";
    } catch (FileSystemException e) {
      return switch (e.getReason()) {
        case "Not a directory" -> "not-directory";
        case "Is a directory" -> "is-directory";
        case "Directory not empty" -> "not-empty";
        case "Invalid argument" -> "invalid";
        case "Operation not permitted" -> "not-permitted";
        default -> throw e;
      };
    }
  }

  private static List<String> listed(DirectoryNode directory, String path) {
    List<String> all = new ArrayList<>();
    directory
        .entries()
        .forEach(
            (name, node) -> {
              all.add(path + name + (node instanceof DirectoryNode ? "/" : " " + node.links()));
              if (node instanceof DirectoryNode below) {
                all.addAll(listed(below, path + name + "/"));
              }
            });
    return all;
  }

  private List<String> there() throws IOException {
    List<String> all = new ArrayList<>();
    try (Stream<Path> paths = Files.walk(real)) {
      for (Path path : (Iterable<Path>) paths.skip(1)::iterator) {
        all.add(
            real.relativize(path)
                + (Files.isDirectory(path) ? "/" : " " + Files.getAttribute(path, "unix:nlink")));
      }
    }
    return all;
  }
}
