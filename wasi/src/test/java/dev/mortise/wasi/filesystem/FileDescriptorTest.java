package dev.mortise.wasi.filesystem;

import static dev.mortise.wasi.filesystem.Granted.BOTH;
import static dev.mortise.wasi.filesystem.Granted.CHANGE;
import static dev.mortise.wasi.filesystem.Granted.READ;
import static dev.mortise.wasi.filesystem.Granted.STAY;
import static dev.mortise.wasi.filesystem.Granted.WRITE;
import static dev.mortise.wasi.filesystem.Granted.assertFails;
import static dev.mortise.wasi.filesystem.Granted.bytes;
import static dev.mortise.wasi.filesystem.Granted.how;
import static dev.mortise.wasi.filesystem.Granted.text;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mortise.runtime.Tuple2;
import dev.mortise.wasi.config.WasiConfig;
import dev.mortise.wasi.files.FolderKind;
import dev.mortise.wasi.io.IoError;
import dev.mortise.wasi.io.OpenHandles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import wit.wasi.filesystem.v0_2.Types;
import wit.wasi.filesystem.v0_2.Types.DescriptorFlags;
import wit.wasi.filesystem.v0_2.Types.ErrorCode;
import wit.wasi.filesystem.v0_2.Types.OpenFlags;
import wit.wasi.io.v0_2.Streams;

/** What a component does with the descriptor of a file, and with its streams. */
@ParameterizedClass
@EnumSource
class FileDescriptorTest {
  private static final long MOST_SIZE = 1_000;

  @Parameter private FolderKind kind;

  @TempDir private Path temp;

  private final OpenHandles handles = new OpenHandles(100);
  private Path path;
  private Types.Descriptor folder;

  @BeforeEach
  void grant() throws IOException {
    path = Files.writeString(temp.resolve("file"), "0123456789");
    folder = Granted.folder(kind, temp, CHANGE, handles, MOST_SIZE);
  }

  @AfterEach
  void close() {
    handles.close();
  }

  private Types.Descriptor open(EnumSet<DescriptorFlags> flags, OpenFlags... how)
      throws Types.ErrorCodeException {
    return folder.openAt(STAY, "file", how(how), flags);
  }

  @Test
  void read_givesBytes_andSaysWhenTheFileEnds() throws Exception {
    Types.Descriptor file = open(READ);
    Tuple2<byte[], Boolean> part = file.read(4, 3);
    assertThat(new String(part.v1(), UTF_8)).isEqualTo("3456");
    assertThat(part.v2()).isFalse();
    Tuple2<byte[], Boolean> rest = file.read(-1, 8);
    assertThat(new String(rest.v1(), UTF_8)).isEqualTo("89");
    assertThat(rest.v2()).isTrue();
    assertThat(file.read(5, 10).v1()).isEmpty();
    assertThat(file.read(5, -1).v2()).isTrue();
    assertThat(file.read(0, 0).v1()).isEmpty();
  }

  @Test
  void write_putsBytesAtAnOffset_beyondTheEndToo() throws Exception {
    Types.Descriptor file = open(BOTH);
    assertThat(file.write(bytes("ab"), 4)).isEqualTo(2);
    assertThat(path).hasContent("0123ab6789");
    assertThat(file.write(bytes("z"), 12)).isEqualTo(1);
    assertThat(path).hasBinaryContent(bytes("0123ab6789\0\0z"));
  }

  @Test
  void setSize_cutsAndLengthens() throws Exception {
    Types.Descriptor file = open(WRITE);
    file.setSize(3);
    assertThat(path).hasContent("012");
    file.setSize(5);
    assertThat(path).hasBinaryContent(bytes("012\0\0"));
    file.setSize(0);
    assertThat(path).isEmptyFile();
  }

  @Test
  void file_growsToItsLimit() throws Exception {
    Types.Descriptor file = open(BOTH);
    file.setSize(MOST_SIZE);
    assertThat(file.write(bytes("x"), MOST_SIZE - 1)).isEqualTo(1);
    assertFails(ErrorCode.FILE_TOO_LARGE, () -> file.setSize(MOST_SIZE + 1));
    assertFails(ErrorCode.FILE_TOO_LARGE, () -> file.setSize(-1));
    assertFails(ErrorCode.FILE_TOO_LARGE, () -> file.write(bytes("xy"), MOST_SIZE - 1));
    assertFails(ErrorCode.FILE_TOO_LARGE, () -> file.write(bytes("x"), -1));
    assertFails(ErrorCode.FILE_TOO_LARGE, () -> file.write(bytes("x"), Long.MAX_VALUE));
    assertThat(path).hasSize(MOST_SIZE);
  }

  @Test
  void whatWasNotOpenedForIt_isABadDescriptor() throws Exception {
    Types.Descriptor reader = open(READ);
    assertFails(ErrorCode.BAD_DESCRIPTOR, () -> reader.write(bytes("x"), 0));
    assertFails(ErrorCode.BAD_DESCRIPTOR, () -> reader.setSize(0));
    assertFails(ErrorCode.BAD_DESCRIPTOR, () -> reader.writeViaStream(0));
    assertFails(ErrorCode.BAD_DESCRIPTOR, () -> reader.appendViaStream());
    Types.Descriptor writer = open(WRITE);
    assertFails(ErrorCode.BAD_DESCRIPTOR, () -> writer.read(1, 0));
    assertFails(ErrorCode.BAD_DESCRIPTOR, () -> writer.readViaStream(0));
  }

  @Test
  void readViaStream_readsFromAnOffsetToTheEnd() throws Exception {
    Types.Descriptor file = open(READ);
    Streams.InputStream stream = file.readViaStream(7);
    file.close(); // the stream works on
    assertThat(new String(stream.blockingRead(2), UTF_8)).isEqualTo("78");
    assertThat(stream.skip(10)).isEqualTo(1);
    assertThat(
            catchThrowableOfType(Streams.StreamErrorException.class, () -> stream.read(1)).error())
        .isInstanceOf(Streams.StreamError.Closed.class);
    stream.close();
  }

  @Test
  void writeViaStream_writesFromAnOffset() throws Exception {
    Types.Descriptor file = open(WRITE);
    Streams.OutputStream stream = file.writeViaStream(8);
    file.close();
    stream.blockingWriteAndFlush(bytes("ab"));
    stream.blockingWriteAndFlush(bytes("cd"));
    stream.close();
    assertThat(path).hasContent("01234567abcd");
  }

  @Test
  void appendViaStream_writesBehindTheEnd_whereverThatIsBy() throws Exception {
    Types.Descriptor file = open(BOTH);
    Streams.OutputStream stream = file.appendViaStream();
    stream.blockingWriteAndFlush(bytes("a"));
    file.setSize(20);
    stream.blockingWriteAndFlush(bytes("b"));
    assertThat(path).hasSize(21);
    assertThat(text(file)).startsWith("0123456789a\0").endsWith("\0b");
  }

  @Test
  void streamThatReachesTheLimit_fails_andSaysWhy() throws Exception {
    Streams.OutputStream stream = open(WRITE).writeViaStream(MOST_SIZE);
    Streams.StreamErrorException failed =
        catchThrowableOfType(
            Streams.StreamErrorException.class, () -> stream.blockingWriteAndFlush(bytes("x")));
    assertThat(failed.error()).isInstanceOf(Streams.StreamError.LastOperationFailed.class);
    FilesystemHost host = new FilesystemHost(WasiConfig.NONE, handles);
    assertThat(
            host.filesystemErrorCode(
                ((Streams.StreamError.LastOperationFailed) failed.error()).value()))
        .contains(ErrorCode.FILE_TOO_LARGE);
    assertThat(host.filesystemErrorCode(new IoError(new IOException("of a socket")))).isEmpty();
  }

  @Test
  void fileThatIsRenamedWhileOpen_isTheSame() throws Exception {
    Types.Descriptor file = open(BOTH);
    Types.MetadataHashValue hash = file.metadataHash();
    folder.renameAt("file", folder, "moved");
    Files.writeString(path, "another one");
    assertThat(file.write(bytes("!"), 10)).isEqualTo(1);
    assertThat(temp.resolve("moved")).hasContent("0123456789!");
    assertThat(file.stat().size()).isEqualTo(11);
    assertThat(file.metadataHash()).isEqualTo(hash);
    assertThat(file.isSameObject(folder.openAt(STAY, "moved", how(), READ))).isTrue();
    assertThat(file.isSameObject(open(READ))).isFalse();
  }

  @Test
  void fileThatIsUnlinkedWhileOpen_worksOn() throws Exception {
    Types.Descriptor file = open(BOTH);
    folder.unlinkFileAt("file");
    assertThat(file.write(bytes("!"), 10)).isEqualTo(1);
    assertThat(text(file)).isEqualTo("0123456789!");
    assertThat(file.stat().size()).isEqualTo(11);
    file.setTimes(new Types.NewTimestamp.Now(), new Types.NewTimestamp.Now());
    file.syncData();
  }

  @Test
  void sync_andAdvice_areTaken() throws Exception {
    Types.Descriptor file =
        open(
            EnumSet.of(
                DescriptorFlags.WRITE,
                DescriptorFlags.FILE_INTEGRITY_SYNC,
                DescriptorFlags.DATA_INTEGRITY_SYNC));
    assertThat(file.write(bytes("x"), 0)).isEqualTo(1);
    for (Types.Advice advice : Types.Advice.values()) {
      file.advise(0, 10, advice);
    }
    file.sync();
    file.syncData();
    folder.sync();
    folder.syncData();
    assertThat(path).hasContent("x123456789");
  }

  @Test
  void functionsOfFolders_sayThatItIsNone() throws Exception {
    Types.Descriptor file = open(BOTH);
    assertFails(ErrorCode.NOT_DIRECTORY, () -> file.readDirectory());
    assertFails(ErrorCode.NOT_DIRECTORY, () -> file.openAt(STAY, "x", how(), READ));
    assertFails(ErrorCode.NOT_DIRECTORY, () -> file.createDirectoryAt("x"));
    assertFails(ErrorCode.NOT_DIRECTORY, () -> file.removeDirectoryAt("x"));
    assertFails(ErrorCode.NOT_DIRECTORY, () -> file.unlinkFileAt("x"));
    assertFails(ErrorCode.NOT_DIRECTORY, () -> file.renameAt("x", folder, "y"));
    assertFails(ErrorCode.NOT_DIRECTORY, () -> file.linkAt(STAY, "x", folder, "y"));
    assertFails(ErrorCode.NOT_DIRECTORY, () -> file.symlinkAt("x", "y"));
    assertFails(ErrorCode.NOT_DIRECTORY, () -> file.readlinkAt("x"));
    assertFails(ErrorCode.NOT_DIRECTORY, () -> file.statAt(STAY, "x"));
    assertFails(ErrorCode.NOT_DIRECTORY, () -> file.metadataHashAt(STAY, "x"));
    assertFails(
        ErrorCode.NOT_DIRECTORY,
        () ->
            file.setTimesAt(STAY, "x", new Types.NewTimestamp.Now(), new Types.NewTimestamp.Now()));
  }
}
