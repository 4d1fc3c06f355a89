package dev.mortise.wasi.filesystem;

import static dev.mortise.wasi.filesystem.Granted.CHANGE;
import static dev.mortise.wasi.filesystem.Granted.FOLLOW;
import static dev.mortise.wasi.filesystem.Granted.READ;
import static dev.mortise.wasi.filesystem.Granted.STAY;
import static dev.mortise.wasi.filesystem.Granted.WRITE;
import static dev.mortise.wasi.filesystem.Granted.assertFails;
import static dev.mortise.wasi.filesystem.Granted.how;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mortise.wasi.files.FolderKind;
import dev.mortise.wasi.io.OpenHandles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import wit.wasi.clocks.v0_2.WallClock.Datetime;
import wit.wasi.filesystem.v0_2.Types;
import wit.wasi.filesystem.v0_2.Types.DescriptorType;
import wit.wasi.filesystem.v0_2.Types.ErrorCode;
import wit.wasi.filesystem.v0_2.Types.NewTimestamp;

/** What a component learns of files and folders, and the times it sets. */
@ParameterizedClass
@EnumSource
class AttributesTest {
  private static final NewTimestamp NOW = new NewTimestamp.Now();
  private static final NewTimestamp SAME = new NewTimestamp.NoChange();
  private static final Instant THEN = Instant.ofEpochSecond(1_000_000_000, 5_000);

  @Parameter private FolderKind kind;

  @TempDir private Path temp;

  private final OpenHandles handles = new OpenHandles(100);
  private Path file;
  private Types.Descriptor folder;
  private Types.Descriptor readOnly;

  @BeforeEach
  void grant() throws IOException {
    Files.createDirectory(temp.resolve("sub"));
    file = Files.writeString(temp.resolve("file"), "text");
    Files.createSymbolicLink(temp.resolve("link"), Path.of("file"));
    folder = Granted.folder(kind, temp, CHANGE, handles);
    readOnly = Granted.folder(kind, temp, READ, handles);
  }

  @AfterEach
  void close() {
    handles.close();
  }

  private static NewTimestamp at(long seconds, int nanoseconds) {
    return new NewTimestamp.Timestamp(new Datetime(seconds, nanoseconds));
  }

  @Test
  void statAt_saysWhatAFileIs() throws Exception {
    Files.setLastModifiedTime(file, FileTime.from(THEN));
    Types.DescriptorStat stat = folder.statAt(STAY, "file");
    assertThat(stat.type()).isEqualTo(DescriptorType.REGULAR_FILE);
    assertThat(stat.size()).isEqualTo(4);
    assertThat(stat.linkCount()).isEqualTo(1);
    assertThat(stat.dataModificationTimestamp()).contains(new Datetime(1_000_000_000, 5_000));
    assertThat(stat.dataAccessTimestamp()).isPresent();
    assertThat(stat.statusChangeTimestamp()).isPresent();
    assertThat(folder.statAt(STAY, "sub").type()).isEqualTo(DescriptorType.DIRECTORY);
    assertThat(folder.statAt(STAY, "link").type()).isEqualTo(DescriptorType.SYMBOLIC_LINK);
    assertThat(folder.statAt(FOLLOW, "link").size()).isEqualTo(4);
    assertFails(ErrorCode.NOT_DIRECTORY, () -> folder.statAt(STAY, "file/"));
    assertFails(ErrorCode.NO_ENTRY, () -> folder.statAt(STAY, "none"));
  }

  @Test
  void stat_isThatOfWhatIsOpen() throws Exception {
    assertThat(folder.stat().type()).isEqualTo(DescriptorType.DIRECTORY);
    assertThat(folder.getType()).isEqualTo(DescriptorType.DIRECTORY);
    Types.Descriptor opened = folder.openAt(STAY, "file", how(), READ);
    assertThat(opened.stat().size()).isEqualTo(4);
    assertThat(opened.getType()).isEqualTo(DescriptorType.REGULAR_FILE);
    assertThat(opened.getFlags()).isEqualTo(READ);
  }

  @Test
  void isSameObject_knowsAFileByWhatItIs() throws Exception {
    folder.linkAt(STAY, "file", folder, "same");
    Files.writeString(temp.resolve("other"), "text");
    Types.Descriptor opened = folder.openAt(STAY, "file", how(), READ);
    assertThat(opened.isSameObject(folder.openAt(STAY, "same", how(), READ))).isTrue();
    assertThat(opened.isSameObject(folder.openAt(STAY, "other", how(), READ))).isFalse();
    assertThat(opened.isSameObject(opened)).isTrue();
    assertThat(folder.isSameObject(readOnly)).isTrue();
  }

  @Test
  void metadataHash_isOneForOneFile() throws Exception {
    folder.linkAt(STAY, "file", folder, "same");
    Files.writeString(temp.resolve("other"), "text");
    Types.MetadataHashValue hash = folder.metadataHashAt(STAY, "file");
    assertThat(folder.metadataHashAt(STAY, "same")).isEqualTo(hash);
    assertThat(folder.metadataHashAt(FOLLOW, "link")).isEqualTo(hash);
    assertThat(folder.openAt(STAY, "file", how(), READ).metadataHash()).isEqualTo(hash);
    assertThat(folder.metadataHashAt(STAY, "link")).isNotEqualTo(hash);
    assertThat(folder.metadataHashAt(STAY, "other")).isNotEqualTo(hash);
    assertThat(folder.metadataHash()).isNotEqualTo(hash);
  }

  @Test
  void setTimesAt_setsOneOrBoth() throws Exception {
    FileTime before = Files.getLastModifiedTime(file);
    folder.setTimesAt(STAY, "file", at(1_000_000_000, 5_000), SAME);
    assertThat(Files.getLastModifiedTime(file)).isEqualTo(before);
    assertThat(Files.getAttribute(file, "lastAccessTime")).isEqualTo(FileTime.from(THEN));
    folder.setTimesAt(FOLLOW, "link", SAME, at(1_000_000_000, 5_000));
    assertThat(Files.getLastModifiedTime(file)).isEqualTo(FileTime.from(THEN));
    folder.setTimesAt(STAY, "file", SAME, NOW);
    assertThat(Duration.between(Files.getLastModifiedTime(file).toInstant(), Instant.now()))
        .isLessThan(Duration.ofMinutes(1));
    assertFails(ErrorCode.NOT_DIRECTORY, () -> folder.setTimesAt(STAY, "file/", NOW, NOW));
    assertFails(ErrorCode.NO_ENTRY, () -> folder.setTimesAt(STAY, "none", NOW, NOW));
  }

  @Test
  void timeThatNoFileHas_isAnOverflow() {
    assertFails(ErrorCode.OVERFLOW, () -> folder.setTimesAt(STAY, "file", SAME, at(-1, 0)));
    assertFails(
        ErrorCode.OVERFLOW, () -> folder.setTimesAt(STAY, "file", SAME, at(0, 1_000_000_000)));
  }

  @Test
  void setTimes_areThoseOfWhatIsOpen() throws Exception {
    Types.Descriptor opened = folder.openAt(STAY, "file", how(), WRITE);
    opened.setTimes(SAME, at(1_000_000_000, 5_000));
    assertThat(Files.getLastModifiedTime(file)).isEqualTo(FileTime.from(THEN));
    folder.setTimes(SAME, at(1_000_000_000, 5_000));
    assertThat(Files.getLastModifiedTime(temp)).isEqualTo(FileTime.from(THEN));
  }

  @Test
  void timesInAFolderThatMayOnlyBeRead_areNotSet() throws Exception {
    FileTime before = Files.getLastModifiedTime(file);
    Types.Descriptor opened = readOnly.openAt(STAY, "file", how(), READ);
    assertFails(ErrorCode.READ_ONLY, () -> opened.setTimes(SAME, at(0, 0)));
    assertFails(ErrorCode.READ_ONLY, () -> readOnly.setTimes(SAME, at(0, 0)));
    assertFails(ErrorCode.READ_ONLY, () -> readOnly.setTimesAt(STAY, "file", SAME, at(0, 0)));
    assertThat(Files.getLastModifiedTime(file)).isEqualTo(before);
  }
}
