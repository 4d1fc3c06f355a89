package dev.mortise.wasi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.mortise.wasi.files.FolderKind;
import dev.mortise.wasi.filesystem.Granted;
import dev.mortise.wasi.io.OpenHandles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import wit.wasi.filesystem.v0_2.Types;
import wit.wasi.filesystem.v0_2.Types.DescriptorFlags;
import wit.wasi.filesystem.v0_2.Types.OpenFlags;
import wit.wasi.filesystem.v0_2.Types.PathFlags;

/** Nothing leads out of a granted folder: each attempt ends in the error that belongs to it. */
@ParameterizedClass
@EnumSource
class EscapeTest {
  @Parameter private FolderKind kind;

  @TempDir private Path temp;

  private final OpenHandles handles = new OpenHandles(1_000);
  private Types.Descriptor box;
  private Types.Descriptor readOnly;

  @BeforeEach
  void grant() throws IOException {
    Path folder = Files.createDirectory(temp.resolve("box"));
    Attack.set(temp.resolve("outside"), folder);
    box = Granted.folder(kind, folder, Granted.CHANGE, handles);
    readOnly = Granted.folder(kind, folder, Granted.READ, handles);
  }

  @AfterEach
  void close() throws IOException {
    handles.close();
    // JUnit warns of links that lead out.
    Files.delete(temp.resolve("box/proc"));
    Files.delete(temp.resolve("box/a/b/root"));
  }

  static Stream<Attack> attacks() {
    return Attack.all().stream();
  }

  @ParameterizedTest
  @MethodSource("attacks")
  void attempt_endsInItsError_andChangesNothing(Attack attack) throws IOException {
    TreeMap<String, String> before = listing(temp);
    Types.ErrorCodeException error =
        catchThrowableOfType(
            Types.ErrorCodeException.class, () -> attack.attempt().on(box, readOnly));
    assertThat(error).as("the error").isNotNull();
    assertThat(error.error()).isEqualTo(attack.expected());
    assertThat(listing(temp)).isEqualTo(before);
  }

  @Test
  void attacks_areMany() {
    assertThat(Attack.all()).hasSizeGreaterThanOrEqualTo(50);
  }

  private TreeMap<String, String> listing(Path folder) throws IOException {
    TreeMap<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.toList()) {
        files.put(
            temp.relativize(file).toString(),
            Files.isSymbolicLink(file)
                ? "-> " + Files.readSymbolicLink(file)
                : Files.isRegularFile(file) ? Files.readString(file) : "");
      }
    }
    return files;
  }

  /** A component that may change the folder above another grant puts a link in its place. */
  @Test
  void grantSwappedForALink_leadsNowhereElse() throws Exception {
    Types.Descriptor inner = Granted.folder(kind, temp.resolve("box/a"), Granted.CHANGE, handles);
    Types.Descriptor deep =
        inner.openAt(Granted.STAY, "b", EnumSet.noneOf(OpenFlags.class), Granted.CHANGE);
    box.renameAt("a", box, "moved");
    box.symlinkAt("../outside", "a");
    Files.createDirectory(temp.resolve("outside/b"));
    TreeMap<String, String> before = listing(temp.resolve("outside"));
    for (Types.Descriptor folder : List.of(inner, deep)) {
      for (Attack.Attempt attempt : Attack.inPlace()) {
        try {
          attempt.on(folder, folder);
        } catch (Types.ErrorCodeException e) {
          assertThat(e.error()).isEqualTo(Types.ErrorCode.NO_ENTRY);
        }
      }
    }
    assertThat(listing(temp.resolve("outside"))).isEqualTo(before);
    Files.delete(temp.resolve("box/a"));
    Files.move(temp.resolve("box/moved"), temp.resolve("box/a"));
  }

  /** A folder that becomes a link and a folder again, as fast as another thread can. */
  @Test
  void folderSwappedForALink_neverLeadsOut() throws Exception {
    assumeThat(kind).as("folders by path do not promise it").isEqualTo(FolderKind.SECURE);
    Path folder = temp.resolve("box");
    Path swapped = folder.resolve("swapped");
    Files.createDirectory(folder.resolve("real"));
    Files.writeString(folder.resolve("real/secret"), "inside");
    Path link = folder.resolve("link");
    AtomicBoolean done = new AtomicBoolean();
    Thread swapper =
        Thread.ofPlatform()
            .start(
                () -> {
                  try {
                    while (!done.get()) {
                      Files.createSymbolicLink(link, Path.of("../outside"));
                      Files.move(folder.resolve("real"), swapped);
                      Files.move(swapped, folder.resolve("real"));
                      Files.move(link, swapped, StandardCopyOption.ATOMIC_MOVE);
                      Files.delete(swapped);
                    }
                  } catch (IOException e) {
                    throw new AssertionError(e);
                  }
                });
    List<String> seen = new ArrayList<>();
    int inside = 0;
    try {
      long end = System.nanoTime() + 1_500_000_000L;
      for (int i = 0; System.nanoTime() < end; i++) {
        try (Types.Descriptor file =
            box.openAt(
                EnumSet.of(PathFlags.SYMLINK_FOLLOW),
                "swapped/secret",
                EnumSet.noneOf(OpenFlags.class),
                EnumSet.of(DescriptorFlags.READ))) {
          String text = new String(file.read(100, 0).v1(), StandardCharsets.UTF_8);
          if (text.equals("inside")) {
            inside++;
          } else {
            seen.add(text);
          }
        } catch (Types.ErrorCodeException e) {
          // Neither, just then.
        }
        try {
          box.createDirectoryAt("swapped/made" + i);
          box.removeDirectoryAt("real/made" + i);
        } catch (Types.ErrorCodeException e) {
          // Neither, just then.
        }
      }
    } finally {
      done.set(true);
      swapper.join();
    }
    assertThat(seen).isEmpty();
    assertThat(inside).as("times that it was a folder").isPositive();
    assertThat(temp.resolve("outside")).isDirectoryContaining("glob:**/secret");
    try (Stream<Path> outside = Files.list(temp.resolve("outside"))) {
      assertThat(outside).hasSize(1);
    }
  }
}
