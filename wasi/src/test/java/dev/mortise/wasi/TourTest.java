package dev.mortise.wasi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mortise.runtime.error.TrapException;
import dev.mortise.wasi.config.Access;
import dev.mortise.wasi.config.WasiConfig;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A C program ({@code src/test/guests/tour.c}) as a core module of preview 1 and as a component. It
 * says the same either way; what it says of files is what Linux has said to it.
 */
class TourTest {
  /** The forms of the program. */
  enum Form {
    CORE("tour-core.wasm"),
    COMPONENT("tour.wasm");

    private final String file;

    Form(String file) {
      this.file = file;
    }
  }

  private static final Map<Form, WasiCommand> TOURS = new EnumMap<>(Form.class);

  @TempDir private Path temp;
  private Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeAll
  static void load() throws IOException, URISyntaxException {
    for (Form form : Form.values()) {
      TOURS.put(form, WasiCommand.load(Path.of(resource(form.file).toURI())));
    }
  }

  private static URL resource(String name) {
    return Objects.requireNonNull(TourTest.class.getResource(name), name);
  }

  @BeforeEach
  void grant() throws IOException {
    folder = Files.createDirectory(temp.resolve("folder"));
  }

  private int run(Form form, WasiConfig.Builder config, String... words) {
    String[] arguments = new String[words.length + 1];
    arguments[0] = "tour";
    System.arraycopy(words, 0, arguments, 1, words.length);
    return TOURS.get(form).run(config.arguments(arguments).stdout(out).stderr(err).build());
  }

  private WasiConfig.Builder inFolder() {
    return WasiConfig.builder().folder(folder, "/", Access.READ_WRITE);
  }

  @ParameterizedTest
  @EnumSource
  void arguments_andEnvironment(Form form) {
    int status =
        run(
            form,
            WasiConfig.builder().environment("NAME", "ännchen").environment("EMPTY", ""),
            "arguments",
            "",
            "日本");
    assertThat(out.toString(UTF_8))
        .isEqualTo("0: tour\n1: arguments\n2: \n3: 日本\nNAME=ännchen\nEMPTY=\n");
    assertThat(status).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void files_areAsOnLinux(Form form) throws IOException, URISyntaxException {
    assertThat(run(form, inFolder(), "files")).isZero();
    assertThat(out.toString(UTF_8))
        .isEqualTo(Files.readString(Path.of(resource("tour-files.txt").toURI())));
    assertThat(folder).isEmptyDirectory();
  }

  @ParameterizedTest
  @EnumSource
  void whatLiesBeside_isOutOfReach(Form form) throws IOException {
    Files.writeString(temp.resolve("secret"), "secret");
    assertThat(run(form, inFolder(), "escape")).isZero();
    assertThat(out.toString(UTF_8))
        .isEqualTo(
            """
            ../secret: error 63
            /etc/passwd: error 44
            a/../../secret: error 44
            ../new: error 63
            mkdir: error 63
            symlink: error 63
            unlink: error 63
            """);
    assertThat(temp.resolve("secret")).hasContent("secret");
    assertThat(temp).isDirectoryNotContaining("glob:**/new");
  }

  @ParameterizedTest
  @EnumSource
  void input_isReadToItsEnd(Form form) {
    byte[] text = "one line\n".repeat(30_000).getBytes(UTF_8);
    run(form, WasiConfig.builder().stdin(new ByteArrayInputStream(text)), "input");
    assertThat(out.toString(UTF_8)).isEqualTo("270000 bytes, 30000 lines\n");
  }

  @ParameterizedTest
  @EnumSource
  void clocks_randomNumbers_andWaiting(Form form) {
    run(form, WasiConfig.builder(), "clocks");
    run(form, WasiConfig.builder(), "numbers");
    byte[] text = "x".getBytes(UTF_8);
    run(form, WasiConfig.builder().stdin(new ByteArrayInputStream(text)), "waiting");
    assertThat(out.toString(UTF_8))
        .isEqualTo(
            """
            slept long enough
            year is now
            entropy: 0
            entropy: 0
            different
            poll: 1, input
            """);
  }

  /** WASI 0.2's {@code exit} knows ok and err alone; preview 1 has numbers. */
  @ParameterizedTest
  @CsvSource({"CORE, 0, 0", "CORE, 7, 7", "COMPONENT, 0, 0", "COMPONENT, 7, 1"})
  void exit_endsTheProgram(Form form, String wanted, int status) {
    assertThat(run(form, WasiConfig.builder(), "exit", wanted)).isEqualTo(status);
    assertThat(out.toString(UTF_8)).isEqualTo("going\n");
  }

  @ParameterizedTest
  @CsvSource({"CORE, 2", "COMPONENT, 1"})
  void whatMainReturns_isTheStatus(Form form, int status) {
    assertThat(run(form, WasiConfig.builder())).isEqualTo(status);
    assertThat(err.toString(UTF_8)).isEqualTo("no such part: \n");
  }

  @ParameterizedTest
  @EnumSource
  void trap_isAnException(Form form) {
    assertThatThrownBy(() -> run(form, WasiConfig.builder(), "trap"))
        .isInstanceOf(TrapException.class)
        .hasMessageContaining("unreachable");
  }
}
