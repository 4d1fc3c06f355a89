package dev.mortise.wasi.filesystem;

import static dev.mortise.wasi.filesystem.Granted.BOTH;
import static dev.mortise.wasi.filesystem.Granted.CHANGE;
import static dev.mortise.wasi.filesystem.Granted.FOLLOW;
import static dev.mortise.wasi.filesystem.Granted.READ;
import static dev.mortise.wasi.filesystem.Granted.STAY;
import static dev.mortise.wasi.filesystem.Granted.assertFails;
import static dev.mortise.wasi.filesystem.Granted.bytes;
import static dev.mortise.wasi.filesystem.Granted.how;
import static dev.mortise.wasi.filesystem.Granted.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.mortise.wasi.files.FolderKind;
import dev.mortise.wasi.io.OpenHandles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import wit.wasi.filesystem.v0_2.Types;
import wit.wasi.filesystem.v0_2.Types.DescriptorType;
import wit.wasi.filesystem.v0_2.Types.ErrorCode;
import wit.wasi.filesystem.v0_2.Types.OpenFlags;

/** What a component does with the descriptor of a folder, by handles and by paths. */
@ParameterizedClass
@EnumSource
class FolderDescriptorTest {
  @Parameter private FolderKind kind;

  @TempDir private Path temp;

  private final OpenHandles handles = new OpenHandles(100);
  private Types.Descriptor folder;
  private Types.Descriptor readOnly;

  @BeforeEach
  void grant() throws IOException {
    Files.createDirectories(temp.resolve("sub/deep"));
    Files.writeString(temp.resolve("file"), "text");
    Files.createSymbolicLink(temp.resolve("link"), Path.of("sub/../file"));
    folder = Granted.folder(kind, temp, CHANGE, handles);
    readOnly = Granted.folder(kind, temp, READ, handles);
  }

  @AfterEach
  void close() {
    handles.close();
  }

  private static void close(Types.Descriptor descriptor) {
    descriptor.close();
  }

  @Test
  void openAt_followsALink_whereAsked() throws Exception {
    assertThat(text(folder.openAt(FOLLOW, "link", how(), READ))).isEqualTo("text");
    assertFails(ErrorCode.LOOP, () -> folder.openAt(STAY, "link", how(), READ));
  }

  @Test
  void openAt_create_makesAFile_orOpensTheOneThatIsThere() throws Exception {
    Types.Descriptor made = folder.openAt(STAY, "sub/new", how(OpenFlags.CREATE), BOTH);
    assertThat(made.write(bytes("abc"), 0)).isEqualTo(3);
    Types.Descriptor again = folder.openAt(STAY, "sub/new", how(OpenFlags.CREATE), BOTH);
    assertThat(text(again)).isEqualTo("abc");
    assertFails(
        ErrorCode.EXIST,
        () -> folder.openAt(STAY, "sub/new", how(OpenFlags.CREATE, OpenFlags.EXCLUSIVE), BOTH));
    assertFails(
        ErrorCode.IS_DIRECTORY, () -> folder.openAt(STAY, "none/", how(OpenFlags.CREATE), BOTH));
    assertFails(ErrorCode.NO_ENTRY, () -> folder.openAt(STAY, "none", how(), READ));
  }

  @Test
  void openAt_truncate_emptiesTheFile() throws Exception {
    close(folder.openAt(STAY, "file", how(OpenFlags.TRUNCATE), BOTH));
    assertThat(temp.resolve("file")).isEmptyFile();
  }

  @Test
  void openAt_directory_takesFoldersAlone() throws Exception {
    Types.Descriptor sub = folder.openAt(STAY, "sub", how(OpenFlags.DIRECTORY), READ);
    assertThat(sub.getType()).isEqualTo(DescriptorType.DIRECTORY);
    assertFails(
        ErrorCode.NOT_DIRECTORY, () -> folder.openAt(STAY, "file", how(OpenFlags.DIRECTORY), READ));
    assertFails(ErrorCode.NOT_DIRECTORY, () -> folder.openAt(STAY, "file/", how(), READ));
    assertFails(
        ErrorCode.INVALID,
        () -> folder.openAt(STAY, "x", how(OpenFlags.CREATE, OpenFlags.DIRECTORY), READ));
    assertFails(ErrorCode.IS_DIRECTORY, () -> folder.openAt(STAY, "sub", how(), BOTH));
  }

  @Test
  void openAt_aFolder_mayDoWhatTheOneMayInWhichItLies() throws Exception {
    Types.Descriptor sub = folder.openAt(STAY, "sub", how(), READ);
    assertThat(sub.getFlags()).isEqualTo(CHANGE);
    sub.createDirectoryAt("made");
    assertThat(temp.resolve("sub/made")).isDirectory();
    assertFails(ErrorCode.NOT_PERMITTED, () -> sub.openAt(STAY, "../file", how(), READ));
    Types.Descriptor kept = readOnly.openAt(STAY, "sub", how(), READ);
    assertThat(kept.getFlags()).isEqualTo(READ);
    assertFails(ErrorCode.READ_ONLY, () -> kept.createDirectoryAt("other"));
    assertFails(ErrorCode.READ_ONLY, () -> kept.openAt(STAY, "deep", how(), CHANGE));
  }

  private Map<String, DescriptorType> list(Types.DirectoryEntryStream entries)
      throws Types.ErrorCodeException {
    Map<String, DescriptorType> found = new LinkedHashMap<>();
    try (entries) {
      for (Optional<Types.DirectoryEntry> next = entries.readDirectoryEntry();
          next.isPresent();
          next = entries.readDirectoryEntry()) {
        found.put(next.get().name(), next.get().type());
      }
    }
    return found;
  }

  @Test
  void readDirectory_givesNamesAndKinds() throws Exception {
    assertThat(list(folder.readDirectory()))
        .containsOnly(
            entry("sub", DescriptorType.DIRECTORY),
            entry("file", DescriptorType.REGULAR_FILE),
            entry("link", DescriptorType.SYMBOLIC_LINK));
  }

  @Test
  void readDirectoryEntry_leavesOutWhatHasGone_andOutlivesItsDescriptor() throws Exception {
    Types.Descriptor again = folder.openAt(STAY, ".", how(), READ);
    Types.DirectoryEntryStream entries = again.readDirectory();
    close(again);
    Files.delete(temp.resolve("file"));
    assertThat(list(entries)).containsOnlyKeys("sub", "link");
  }

  @Test
  void createDirectoryAt_makesAFolder() throws Exception {
    folder.createDirectoryAt("sub/deep/new/");
    assertThat(temp.resolve("sub/deep/new")).isDirectory();
    assertFails(ErrorCode.EXIST, () -> folder.createDirectoryAt("sub"));
    assertFails(ErrorCode.EXIST, () -> folder.createDirectoryAt("."));
    assertFails(ErrorCode.EXIST, () -> folder.createDirectoryAt("link"));
    assertFails(ErrorCode.NO_ENTRY, () -> folder.createDirectoryAt("none/new"));
    assertFails(ErrorCode.NOT_DIRECTORY, () -> folder.createDirectoryAt("file/new"));
    assertThat(list(folder.readDirectory())).hasSize(3); // and nothing else is left
  }

  @Test
  void removeDirectoryAt_removesAnEmptyFolder() throws Exception {
    assertFails(ErrorCode.NOT_EMPTY, () -> folder.removeDirectoryAt("sub"));
    folder.removeDirectoryAt("sub/deep");
    folder.removeDirectoryAt("sub/");
    assertThat(temp.resolve("sub")).doesNotExist();
    assertFails(ErrorCode.NOT_DIRECTORY, () -> folder.removeDirectoryAt("file"));
    assertFails(ErrorCode.NOT_DIRECTORY, () -> folder.removeDirectoryAt("link"));
    assertFails(ErrorCode.NO_ENTRY, () -> folder.removeDirectoryAt("none"));
    assertFails(ErrorCode.INVALID, () -> folder.removeDirectoryAt("."));
  }

  @Test
  void unlinkFileAt_removesAFile_andALinkItself() throws Exception {
    assertFails(ErrorCode.NOT_DIRECTORY, () -> folder.unlinkFileAt("file/"));
    folder.unlinkFileAt("link");
    assertThat(temp.resolve("file")).exists();
    folder.unlinkFileAt("file");
    assertThat(temp.resolve("file")).doesNotExist();
    assertFails(ErrorCode.NO_ENTRY, () -> folder.unlinkFileAt("file"));
    assertFails(ErrorCode.IS_DIRECTORY, () -> folder.unlinkFileAt("sub"));
    assertFails(ErrorCode.IS_DIRECTORY, () -> folder.unlinkFileAt("."));
  }

  @Test
  void renameAt_movesInPlaceOfWhatIsThere() throws Exception {
    Files.writeString(temp.resolve("sub/other"), "old");
    folder.renameAt("file", folder, "sub/other");
    assertThat(temp.resolve("sub/other")).content().isEqualTo("text");
    Files.createDirectory(temp.resolve("empty"));
    folder.renameAt("sub/", folder, "empty/");
    assertThat(temp.resolve("empty/other")).exists();
    assertThat(temp.resolve("sub")).doesNotExist();
    folder.renameAt("link", folder, "link2");
    assertThat(temp.resolve("link2")).isSymbolicLink();
  }

  @Test
  void renameAt_toOneOfAnotherKind_changesNothing() throws IOException {
    assertFails(ErrorCode.IS_DIRECTORY, () -> folder.renameAt("file", folder, "sub/deep"));
    assertFails(ErrorCode.NOT_DIRECTORY, () -> folder.renameAt("sub/deep", folder, "file"));
    assertFails(ErrorCode.NOT_DIRECTORY, () -> folder.renameAt("file", folder, "new/"));
    assertFails(ErrorCode.NO_ENTRY, () -> folder.renameAt("none", folder, "new"));
    assertFails(ErrorCode.BUSY, () -> folder.renameAt(".", folder, "new"));
    assertFails(ErrorCode.INVALID, () -> folder.renameAt("sub", folder, "sub/deep/inside"));
    Files.createDirectories(temp.resolve("full/x"));
    assertFails(ErrorCode.NOT_EMPTY, () -> folder.renameAt("sub", folder, "full"));
    assertThat(temp.resolve("sub/deep")).isEmptyDirectory();
    assertThat(temp.resolve("file")).content().isEqualTo("text");
  }

  @Test
  void renameAt_needsTwoFoldersThatMayBeChanged() throws Exception {
    Types.Descriptor file = folder.openAt(STAY, "file", how(), READ);
    assertFails(ErrorCode.NOT_DIRECTORY, () -> folder.renameAt("file", file, "x"));
    assertFails(ErrorCode.READ_ONLY, () -> folder.renameAt("file", readOnly, "x"));
    assertFails(ErrorCode.READ_ONLY, () -> readOnly.renameAt("file", folder, "x"));
  }

  @Test
  void linkAt_givesAFileAnotherName() throws Exception {
    folder.linkAt(STAY, "file", folder, "sub/same");
    assertThat(Files.isSameFile(temp.resolve("file"), temp.resolve("sub/same"))).isTrue();
    assertFails(ErrorCode.EXIST, () -> folder.linkAt(STAY, "file", folder, "sub/same"));
    assertFails(ErrorCode.NOT_PERMITTED, () -> folder.linkAt(STAY, "sub", folder, "x"));
    assertFails(ErrorCode.NO_ENTRY, () -> folder.linkAt(STAY, "none", folder, "x"));
    assertFails(ErrorCode.NO_ENTRY, () -> folder.linkAt(STAY, "file", folder, "x/"));
    assertFails(ErrorCode.NOT_DIRECTORY, () -> folder.linkAt(STAY, "file/", folder, "x"));
    assertFails(ErrorCode.READ_ONLY, () -> readOnly.linkAt(STAY, "file", readOnly, "x"));
  }

  @Test
  void symlinkAt_makesALink_thatReadlinkAtReads() throws Exception {
    folder.symlinkAt("../file", "sub/up");
    assertThat(folder.readlinkAt("sub/up")).isEqualTo("../file");
    assertThat(text(folder.openAt(FOLLOW, "sub/up", how(), READ))).isEqualTo("text");
    assertFails(ErrorCode.EXIST, () -> folder.symlinkAt("x", "file"));
    assertFails(ErrorCode.NO_ENTRY, () -> folder.symlinkAt("", "x"));
    assertFails(ErrorCode.NO_ENTRY, () -> folder.symlinkAt("file", "x/"));
    assertFails(ErrorCode.READ_ONLY, () -> readOnly.symlinkAt("file", "x"));
  }

  @Test
  void readlinkAt_readsLinksAlone() {
    assertFails(ErrorCode.INVALID, () -> folder.readlinkAt("file"));
    assertFails(ErrorCode.INVALID, () -> folder.readlinkAt("sub"));
    assertFails(ErrorCode.NOT_DIRECTORY, () -> folder.readlinkAt("file/"));
    assertFails(ErrorCode.NO_ENTRY, () -> folder.readlinkAt("none"));
  }

  /** Links and folders inside of a folder lead through it by its handle, whatever its path says. */
  @Test
  void subfolder_worksOn_whenTheGrantedOneIsDropped() throws Exception {
    Types.Descriptor sub = folder.openAt(STAY, "sub", how(), CHANGE);
    close(folder);
    sub.createDirectoryAt("made");
    sub.symlinkAt("made", "soft");
    assertThat(sub.statAt(FOLLOW, "soft").type()).isEqualTo(DescriptorType.DIRECTORY);
    assertThat(temp.resolve("sub/made")).isDirectory();
  }

  @Test
  void functionsOfFiles_sayThatItIsAFolder() {
    assertFails(ErrorCode.IS_DIRECTORY, () -> folder.read(1, 0));
    assertFails(ErrorCode.IS_DIRECTORY, () -> folder.write(new byte[1], 0));
    assertFails(ErrorCode.IS_DIRECTORY, () -> folder.setSize(0));
    assertFails(ErrorCode.IS_DIRECTORY, () -> folder.readViaStream(0));
    assertFails(ErrorCode.IS_DIRECTORY, () -> folder.writeViaStream(0));
    assertFails(ErrorCode.IS_DIRECTORY, () -> folder.appendViaStream());
    assertFails(ErrorCode.IS_DIRECTORY, () -> folder.advise(0, 0, Types.Advice.NORMAL));
  }

  @Test
  void handles_areBounded_andGivenBack() throws Exception {
    for (int i = 0; i < 200; i++) {
      close(folder.openAt(STAY, "sub", how(), READ));
      close(folder.openAt(STAY, "file", how(), READ));
      folder.readDirectory().close();
    }
    for (int i = 0; i < 98; i++) {
      Object unused = folder.openAt(STAY, "file", how(), READ);
    }
    assertFails(ErrorCode.INSUFFICIENT_MEMORY, () -> folder.openAt(STAY, "file", how(), READ));
    assertFails(ErrorCode.INSUFFICIENT_MEMORY, () -> folder.openAt(STAY, "sub", how(), READ));
    assertFails(ErrorCode.INSUFFICIENT_MEMORY, () -> folder.readDirectory());
  }
}
