package dev.mortise.wasi.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders by handles: what is made lies where the handle leads, whatever its path leads to. */
class SecureFolderTest {
  @TempDir private Path temp;
  private Path granted;
  private Folder root;
  private Folder sub;

  @BeforeEach
  void open() throws IOException {
    granted = Files.createDirectories(temp.resolve("granted"));
    Files.createDirectories(granted.resolve("sub"));
    Files.createDirectories(temp.resolve("outside"));
    Folder opened = GrantedFolders.open(granted);
    assumeThat(opened).as("this system has handles").isInstanceOf(SecureFolder.class);
    root = opened;
    sub = root.open("sub");
  }

  @AfterEach
  void close() {
    sub.close();
    root.close();
  }

  @Test
  void whatIsMadeInAFolder_leavesNothingBesideIt() throws IOException {
    sub.createFolder("folder");
    sub.createLink("link", "folder");
    Files.writeString(granted.resolve("sub/file"), "x");
    sub.addName("file", root, "name");
    assertThat(sub.names()).containsExactlyInAnyOrder("folder", "link", "file");
    assertThat(granted.toFile().list()).containsExactlyInAnyOrder("sub", "name");
    assertThatThrownBy(() -> sub.createFolder("file"))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThat(granted.toFile().list()).containsExactlyInAnyOrder("sub", "name");
  }

  @Test
  void stagedName_isSeenAndReachedByNobody() throws IOException {
    String staged = Staging.name();
    Files.writeString(granted.resolve(staged), "x");
    for (FolderKind kind : FolderKind.values()) {
      try (Folder folder = kind.open(granted)) {
        assertThat(folder.names()).containsExactly("sub");
        assertThatThrownBy(() -> PathWalk.resolve(folder, staged, false))
            .isInstanceOf(NoSuchFileException.class);
      }
    }
  }

  /** The other way: users that may write in a folder, but not in the one that is granted. */
  @Test
  void rootThatCannotBeWritten_isNotNeeded() throws IOException {
    Files.setPosixFilePermissions(granted, PosixFilePermissions.fromString("r-xr-xr-x"));
    try {
      assumeThat(Files.isWritable(granted)).as("root writes everywhere").isFalse();
      sub.createFolder("folder");
      sub.createLink("link", "folder");
      assertThat(sub.names()).containsExactlyInAnyOrder("folder", "link");
    } finally {
      Files.setPosixFilePermissions(granted, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  @Test
  void folderThatWasMoved_isTheSame() throws IOException {
    Files.move(granted.resolve("sub"), granted.resolve("moved"));
    Files.createSymbolicLink(granted.resolve("sub"), temp.resolve("outside"));
    sub.createFolder("folder");
    sub.createLink("link", "folder");
    try (FileChannel file =
        sub.file("file", Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE))) {
      assertThat(file.size()).isZero();
    }
    assertThat(granted.resolve("moved").toFile().list())
        .containsExactlyInAnyOrder("folder", "link", "file");
    assertThat(temp.resolve("outside")).isEmptyDirectory();
  }

  /** Java reads links by path alone: rather than another folder's, there is none. */
  @Test
  void linkInAFolderThatWasMoved_isNotRead() throws IOException {
    sub.createLink("link", "here");
    assertThat(sub.readLink("link")).isEqualTo("here");
    Files.move(granted.resolve("sub"), granted.resolve("moved"));
    Files.createSymbolicLink(granted.resolve("sub"), temp.resolve("outside"));
    Files.createSymbolicLink(temp.resolve("outside/link"), Path.of("there"));
    assertThatThrownBy(() -> sub.readLink("link")).isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void grantedFolderThatWasMoved_isMadeNothingIn() throws IOException {
    Files.move(granted, temp.resolve("moved"));
    Path outside = temp.resolve("outside");
    Files.createSymbolicLink(granted, outside);
    FileTime before = FileTime.fromMillis(1_000_000_000_000L);
    Files.setLastModifiedTime(outside, before);
    assertThatThrownBy(() -> root.createFolder("folder")).isInstanceOf(NoSuchFileException.class);
    assertThatThrownBy(() -> sub.createFolder("folder")).isInstanceOf(NoSuchFileException.class);
    assertThat(outside).isEmptyDirectory();
    assertThat(Files.getLastModifiedTime(outside)).as("nor made and removed").isEqualTo(before);
    assertThat(root.names()).containsExactly("sub");
  }

  /** Closing twice does not close what others use. */
  @Test
  void grantedFolder_staysOpenForThoseInIt() throws IOException {
    Folder other = root.open("sub");
    other.close();
    other.close();
    root.close();
    root.close();
    sub.createFolder("folder");
    assertThat(sub.names()).containsExactly("folder");
  }
}
