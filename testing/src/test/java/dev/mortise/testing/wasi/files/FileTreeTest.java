package dev.mortise.testing.wasi.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of paths, names and contents, each with its error. */
class FileTreeTest {
  private static final Set<OpenFlag> NO_FLAGS = EnumSet.noneOf(OpenFlag.class);

  private Instant now = Instant.EPOCH;
  private final FileTree tree = new FileTree(() -> now);
  private final DirectoryNode root = tree.root();

  /** {@code a/b/file} with three bytes, {@code a/empty}. */
  @BeforeEach
  void fill() throws FileException {
    DirectoryNode unused = tree.createDirectory(root, "a");
    unused = tree.createDirectory(root, "a/b");
    unused = tree.createDirectory(root, "a/empty");
    tree.write(tree.createFile(root, "a/b/file"), 0, new byte[] {1, 2, 3});
  }

  private static void assertFails(FileErrorCode code, ThrowingCallable call) {
    assertThatExceptionOfType(FileException.class)
        .isThrownBy(call)
        .satisfies(e -> assertThat(e.code()).isEqualTo(code));
  }

  private FileNode file(String path) throws FileException {
    return (FileNode) tree.get(root, path);
  }

  @ParameterizedTest
  @CsvSource({"a/b/file", "./a//b/./file", "a/b/../b/file", "a/empty/../b/file"})
  void path_findsItsNode(String path) throws FileException {
    assertThat(tree.get(root, path).size()).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource({
    "/a, NOT_PERMITTED",
    ".., NOT_PERMITTED",
    "a/../../a, NOT_PERMITTED",
    "'', NO_ENTRY",
    "b, NO_ENTRY",
    "b/file, NO_ENTRY",
    "a/b/file/more, NOT_DIRECTORY",
    "a/b/file/, NOT_DIRECTORY",
    "a/b/file/.., NOT_DIRECTORY"
  })
  void path_thatMeansNothing_isRefused(String path, FileErrorCode code) {
    assertFails(code, () -> tree.get(root, path));
  }

  @Test
  void name_longerThan255Bytes_isRefused() throws FileException {
    assertThat(tree.find(root, "x".repeat(255))).isNull();
    assertFails(FileErrorCode.NAME_TOO_LONG, () -> tree.find(root, "é".repeat(128)));
  }

  @Test
  void name_withZero_isInvalid() {
    assertFails(FileErrorCode.INVALID, () -> tree.find(root, "a\0b"));
  }

  @Test
  void write_beyondTheEnd_fillsWithZeroes() throws FileException {
    tree.write(file("a/b/file"), 5, new byte[] {9});
    assertThat(file("a/b/file").read(0, 100)).containsExactly(1, 2, 3, 0, 0, 9);
    assertThat(file("a/b/file").read(4, 1)).containsExactly(0);
    assertThat(file("a/b/file").read(6, 1)).isEmpty();
  }

  @Test
  void write_ofNothing_doesNotGrow() throws FileException {
    tree.write(file("a/b/file"), 500, new byte[0]);
    assertThat(file("a/b/file").size()).isEqualTo(3);
  }

  @Test
  void resize_forgetsWhatWasBehindTheEnd() throws FileException {
    tree.resize(file("a/b/file"), 1);
    tree.resize(file("a/b/file"), 3);
    assertThat(file("a/b/file").read(0, 100)).containsExactly(1, 0, 0);
  }

  @Test
  void file_ofMoreThanAnArray_isTooLarge() {
    assertFails(
        FileErrorCode.FILE_TOO_LARGE, () -> tree.resize(file("a/b/file"), Integer.MAX_VALUE));
    assertFails(
        FileErrorCode.FILE_TOO_LARGE,
        () -> tree.write(file("a/b/file"), Long.MAX_VALUE, new byte[1]));
  }

  @Test
  void capacity_isThatOfAllFiles() throws FileException {
    tree.capacity(5);
    FileNode other = tree.createFile(root, "other");
    tree.write(other, 0, new byte[2]);
    assertFails(FileErrorCode.INSUFFICIENT_SPACE, () -> tree.write(other, 2, new byte[1]));
    tree.unlink(root, "a/b/file");
    tree.write(other, 2, new byte[3]);
    assertThat(other.size()).isEqualTo(5);
  }

  @Test
  void unlink_leavesWhatIsOpen() throws FileException {
    FileNode open = file("a/b/file");
    tree.unlink(root, "a/b/file");
    assertThat(tree.find(root, "a/b/file")).isNull();
    assertThat(open.read(0, 3)).containsExactly(1, 2, 3);
    assertThat(open.links()).isZero();
    assertFails(FileErrorCode.IS_DIRECTORY, () -> tree.unlink(root, "a/b"));
    assertFails(FileErrorCode.NO_ENTRY, () -> tree.unlink(root, "a/c"));
  }

  @Test
  void removeDirectory_mustBeEmpty() throws FileException {
    assertFails(FileErrorCode.NOT_EMPTY, () -> tree.removeDirectory(root, "a/b"));
    assertFails(FileErrorCode.NOT_DIRECTORY, () -> tree.removeDirectory(root, "a/b/file"));
    assertFails(FileErrorCode.INVALID, () -> tree.removeDirectory(root, "."));
    DirectoryNode gone = (DirectoryNode) tree.get(root, "a/empty");
    tree.removeDirectory(root, "a/empty/");
    assertThat(tree.find(root, "a/empty")).isNull();
    assertFails(FileErrorCode.NO_ENTRY, () -> tree.createFile(gone, "late"));
  }

  @Test
  void createDirectory_mustBeNew() {
    assertFails(FileErrorCode.EXIST, () -> tree.createDirectory(root, "a/b"));
    assertFails(FileErrorCode.EXIST, () -> tree.createDirectory(root, "a/b/file"));
    assertFails(FileErrorCode.NO_ENTRY, () -> tree.createDirectory(root, "c/d"));
  }

  @Test
  void link_isOneMoreName() throws FileException {
    tree.link(root, "a/b/file", root, "again");
    assertThat(tree.get(root, "again")).isSameAs(tree.get(root, "a/b/file"));
    assertThat(file("again").links()).isEqualTo(2);
    assertFails(FileErrorCode.NOT_PERMITTED, () -> tree.link(root, "a/b", root, "dir"));
    assertFails(FileErrorCode.EXIST, () -> tree.link(root, "again", root, "a/empty"));
  }

  @Test
  void rename_replacesWhatItMay() throws FileException {
    tree.write(tree.createFile(root, "new"), 0, new byte[] {7});
    tree.rename(root, "new", root, "a/b/file");
    assertThat(file("a/b/file").read(0, 9)).containsExactly(7);
    assertThat(tree.find(root, "new")).isNull();
    tree.rename(root, "a/b", root, "a/empty");
    assertThat(file("a/empty/file").read(0, 9)).containsExactly(7);
  }

  @ParameterizedTest
  @CsvSource({
    "a, a/b/inside, INVALID",
    "a/b/file, a/empty, IS_DIRECTORY",
    "a/empty, a/b/file, NOT_DIRECTORY",
    "a/empty, a/b, NOT_EMPTY",
    "a/c, d, NO_ENTRY",
    "a/b/file, e/, NOT_DIRECTORY",
    "a/b, ., INVALID"
  })
  void rename_ofWhatItMayNot_isRefused(String from, String to, FileErrorCode code) {
    assertFails(code, () -> tree.rename(root, from, root, to));
  }

  @Test
  void rename_toItself_doesNothing() throws FileException {
    tree.rename(root, "a/b", root, "a/./b");
    assertThat(file("a/b/file").size()).isEqualTo(3);
  }

  @Test
  void times_areThoseOfTheClock() throws FileException {
    now = Instant.ofEpochSecond(5);
    tree.write(file("a/b/file"), 0, new byte[1]);
    assertThat(file("a/b/file").modified()).isEqualTo(now);
    assertThat(file("a/b/file").accessed()).isEqualTo(Instant.EPOCH);
    assertThat(tree.get(root, "a/b").modified()).isEqualTo(Instant.EPOCH);
    tree.unlink(root, "a/b/file");
    assertThat(tree.get(root, "a/b").modified()).isEqualTo(now);
  }

  private Descriptor opened(Access... access) {
    return new Descriptor(tree, root, Set.of(access));
  }

  @Test
  void open_makesEmptiesAndRefusesAsItsFlagsSay() throws FileException {
    Descriptor base = opened(Access.READ, Access.MUTATE_DIRECTORY);
    Set<Access> write = EnumSet.of(Access.WRITE);
    assertThat(base.open("n", EnumSet.of(OpenFlag.CREATE), write).node().size()).isZero();
    assertFails(
        FileErrorCode.EXIST,
        () -> base.open("n", EnumSet.of(OpenFlag.CREATE, OpenFlag.EXCLUSIVE), write));
    assertThat(base.open("a/b/file", EnumSet.of(OpenFlag.TRUNCATE), write).node().size()).isZero();
    assertFails(FileErrorCode.NO_ENTRY, () -> base.open("m", NO_FLAGS, write));
    assertFails(
        FileErrorCode.NOT_DIRECTORY, () -> base.open("n", EnumSet.of(OpenFlag.DIRECTORY), write));
    assertFails(FileErrorCode.IS_DIRECTORY, () -> base.open("a", NO_FLAGS, write));
    assertFails(
        FileErrorCode.INVALID,
        () -> base.open("d", EnumSet.of(OpenFlag.CREATE, OpenFlag.DIRECTORY), write));
  }

  @Test
  void open_fromWhatMayNotChange_isReadOnly() throws FileException {
    Descriptor base = opened(Access.READ);
    assertThat(base.open("a", NO_FLAGS, EnumSet.of(Access.READ)).directory().entries())
        .containsOnlyKeys("b", "empty");
    assertFails(
        FileErrorCode.READ_ONLY, () -> base.open("a/b/file", NO_FLAGS, EnumSet.of(Access.WRITE)));
    assertFails(
        FileErrorCode.READ_ONLY,
        () -> base.open("n", EnumSet.of(OpenFlag.CREATE), EnumSet.of(Access.READ)));
    assertFails(FileErrorCode.READ_ONLY, base::mutableDirectory);
  }

  @Test
  void descriptor_isForWhatItWasOpenedFor() throws FileException {
    Descriptor base = opened(Access.READ, Access.MUTATE_DIRECTORY);
    Descriptor file = base.open("a/b/file", NO_FLAGS, EnumSet.of(Access.READ));
    assertThat(file.file(Access.READ).size()).isEqualTo(3);
    assertFails(FileErrorCode.BAD_DESCRIPTOR, () -> file.file(Access.WRITE));
    assertFails(FileErrorCode.NOT_DIRECTORY, file::directory);
    assertFails(FileErrorCode.IS_DIRECTORY, () -> base.file(Access.READ));
  }
}
