package dev.mortise.wasi.filesystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mortise.wasi.config.WasiLimits;
import dev.mortise.wasi.files.FolderKind;
import dev.mortise.wasi.io.OpenHandles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import wit.wasi.filesystem.v0_2.Types;
import wit.wasi.filesystem.v0_2.Types.DescriptorFlags;
import wit.wasi.filesystem.v0_2.Types.ErrorCode;
import wit.wasi.filesystem.v0_2.Types.OpenFlags;
import wit.wasi.filesystem.v0_2.Types.PathFlags;

/** Folders as components have them, and short forms of what they do. */
public final class Granted {
  public static final EnumSet<PathFlags> FOLLOW = EnumSet.of(PathFlags.SYMLINK_FOLLOW);
  public static final EnumSet<PathFlags> STAY = EnumSet.noneOf(PathFlags.class);
  public static final EnumSet<DescriptorFlags> READ = EnumSet.of(DescriptorFlags.READ);
  public static final EnumSet<DescriptorFlags> CHANGE =
      EnumSet.of(DescriptorFlags.READ, DescriptorFlags.MUTATE_DIRECTORY);
  static final EnumSet<DescriptorFlags> WRITE = EnumSet.of(DescriptorFlags.WRITE);
  static final EnumSet<DescriptorFlags> BOTH =
      EnumSet.of(DescriptorFlags.READ, DescriptorFlags.WRITE);

  private Granted() {}

  /** A granted folder. */
  public static Types.Descriptor folder(
      FolderKind kind, Path path, EnumSet<DescriptorFlags> flags, OpenHandles handles)
      throws IOException {
    return folder(kind, path, flags, handles, WasiLimits.DEFAULT.fileSize());
  }

  static Types.Descriptor folder(
      FolderKind kind,
      Path path,
      EnumSet<DescriptorFlags> flags,
      OpenHandles handles,
      long mostSize)
      throws IOException {
    return new FolderDescriptor(kind.open(path), flags, handles, mostSize);
  }

  static EnumSet<OpenFlags> how(OpenFlags... flags) {
    EnumSet<OpenFlags> all = EnumSet.noneOf(OpenFlags.class);
    all.addAll(List.of(flags));
    return all;
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static String text(Types.Descriptor file) throws Types.ErrorCodeException {
    return new String(file.read(1 << 16, 0).v1(), StandardCharsets.UTF_8);
  }

  interface Call {
    void run() throws Types.ErrorCodeException;
  }

  static void assertFails(ErrorCode code, Call call) {
    Types.ErrorCodeException error =
        catchThrowableOfType(Types.ErrorCodeException.class, call::run);
    assertThat(error).as("a failure").isNotNull();
    assertThat(error.error()).isEqualTo(code);
  }
}
