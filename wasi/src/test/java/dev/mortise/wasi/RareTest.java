package dev.mortise.wasi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mortise.runtime.error.TrapException;
import dev.mortise.wasi.config.Access;
import dev.mortise.wasi.config.WasiConfig;
import java.io.ByteArrayOutputStream;
import java.net.URL;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The functions of preview 1 that the tour does not call: {@code src/test/guests/rare.c}. */
class RareTest {
  @TempDir private Path folder;

  @Test
  void functionsOfPreview1_thatCLibrariesSeldomCall() throws Exception {
    URL file = Objects.requireNonNull(RareTest.class.getResource("rare-core.wasm"));
    WasiCommand rare = WasiCommand.load(Path.of(file.toURI()));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertThatThrownBy(
            () ->
                rare.run(
                    WasiConfig.builder()
                        .folder(folder, "/", Access.READ_WRITE)
                        .stdout(out)
                        .build()))
        .isInstanceOf(TrapException.class)
        .hasMessageContaining("signal 6");
    assertThat(out.toString(UTF_8))
        .isEqualTo(
            """
            path_open: 0
            fd_allocate: 0
            fd_filestat_get: 0
            size: 30
            fd_allocate what is there: 0
            fd_filestat_get: 0
            size: 30
            fd_advise: 0
            fd_advise, no such advice: 28
            fd_datasync: 0
            fd_filestat_set_times: 0
            fd_filestat_get: 0
            modified: 1000000000000005000
            fd_pwrite: 0
            fd_tell: 0
            offset: 0
            fd_fdstat_set_flags, append: 0
            fd_write: 0
            fd_tell: 0
            offset: 32
            fd_fdstat_set_rights: 0
            fd_renumber to what is not open: 8
            path_open: 0
            fd_renumber: 0
            fd_tell of the old: 8
            fd_tell of the new: 0
            offset: 32
            sock_accept: 57
            sock_recv: 57
            sock_send: 57
            sock_shutdown: 57
            sock_shutdown of nothing: 8
            fd_close: 0
            fd_close again: 8
            clock_res_get: 0
            a resolution
            clock_res_get of none: 28
            sched_yield: 0
            """);
    assertThat(folder.resolve("file")).hasSize(32);
  }
}
