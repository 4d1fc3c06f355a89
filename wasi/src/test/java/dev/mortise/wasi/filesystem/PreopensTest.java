package dev.mortise.wasi.filesystem;

import static dev.mortise.wasi.filesystem.Granted.CHANGE;
import static dev.mortise.wasi.filesystem.Granted.READ;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mortise.runtime.Tuple2;
import dev.mortise.wasi.config.Access;
import dev.mortise.wasi.config.WasiConfig;
import dev.mortise.wasi.config.WasiLimits;
import dev.mortise.wasi.io.OpenHandles;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wit.wasi.filesystem.v0_2.Types;

class PreopensTest {
  @TempDir private Path temp;

  @Test
  void getDirectories_givesWhatIsGranted_withItsRights() throws Exception {
    Files.createDirectory(temp.resolve("real"));
    Path link = Files.createSymbolicLink(temp.resolve("link"), Path.of("real"));
    try (OpenHandles handles = new OpenHandles(10)) {
      FilesystemHost host =
          new FilesystemHost(
              WasiConfig.builder()
                  .folder(temp, "/", Access.READ)
                  .folder(link, "/data", Access.READ_WRITE)
                  .build(),
              handles);
      List<Tuple2<Types.Descriptor, String>> granted = host.getDirectories();
      assertThat(granted).extracting(Tuple2::v2).containsExactly("/", "/data");
      assertThat(granted.get(0).v1().getFlags()).isEqualTo(READ);
      assertThat(granted.get(1).v1().getFlags()).isEqualTo(CHANGE);
      granted.get(1).v1().createDirectoryAt("new");
      assertThat(temp.resolve("real/new")).isDirectory();
    }
  }

  @Test
  void getDirectories_givesNothingByDefault() {
    assertThat(new FilesystemHost(WasiConfig.NONE, new OpenHandles(10)).getDirectories()).isEmpty();
  }

  @Test
  void folderThatIsNotThere_isTheCallersMistake() {
    FilesystemHost host =
        new FilesystemHost(
            WasiConfig.builder().folder(temp.resolve("none"), "/", Access.READ).build(),
            new OpenHandles(WasiLimits.DEFAULT.openHandles()));
    assertThatThrownBy(host::getDirectories)
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("none cannot be opened");
  }
}
