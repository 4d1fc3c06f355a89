package dev.mortise.loader.compile.lazy;

import static dev.mortise.loader.compile.CoreModules.I32;
import static dev.mortise.loader.compile.CoreModules.code;
import static dev.mortise.loader.compile.CoreModules.concat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mortise.loader.cache.CodeCache;
import dev.mortise.loader.compile.CoreModules;
import dev.mortise.loader.decode.ComponentDecoder;
import dev.mortise.loader.decode.Features;
import dev.mortise.loader.validate.ComponentValidator;
import dev.mortise.runtime.core.CoreModuleType;
import dev.mortise.runtime.engine.CoreFunction;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Code that one process has made runs in another; damaged code runs in none. */
class CachedCodeTest {
  private static final int FUNCTIONS = 40;
  private static final String RIGHT = "result " + (FUNCTIONS + 1);

  /** A class without which nothing is compiled. */
  private static final String COMPILER = "com.dylibso.chicory.compiler.internal.WasmAnalyzer";

  @TempDir private Path temp;
  private Path folder;

  @BeforeEach
  void chooseFolder() {
    folder = temp.resolve("cache");
  }

  /** Runs a module with a cache, and says what came of it. */
  static final class Guest {
    private Guest() {}

    public static void main(String[] args) {
      List<String> warnings = new ArrayList<>();
      CodeCache cache = CodeCache.at(Path.of(args[0])).withWarnings(warnings::add);
      byte[] bytes = module();
      CoreModuleType type =
          ComponentValidator.validateCoreModule(
              ComponentDecoder.decodeCoreModule(bytes, Features.all()), Features.all());
      CoreFunction last =
          (CoreFunction)
              new TieredEngine(cache, "test", CodeProgress.NONE)
                  .load(bytes, type, 0)
                  .instantiate(List.of())
                  .exports()
                  .get("f" + (FUNCTIONS - 1));
      System.out.println("result " + last.call(1)[0]);
      warnings.forEach(warning -> System.out.println("warning " + warning));
    }
  }

  /** Functions that each add one to what the one before gives; some are called by the table. */
  private static byte[] module() {
    CoreModules modules = new CoreModules();
    int type = modules.type(new int[] {I32}, I32);
    modules.function(type, code(0x20, 0, 0x41, 1, 0x6a));
    for (int i = 1; i < FUNCTIONS; i++) {
      byte[] call =
          i % 2 == 0 ? code(0x20, 0, 0x10, i - 1) : code(0x20, 0, 0x41, i - 1, 0x11, 0, 0);
      modules.function(type, concat(call, code(0x41, 1, 0x6a)));
    }
    for (int i = 0; i < FUNCTIONS; i++) {
      modules.element(i);
    }
    return modules.bytes();
  }

  private Process start(Path output, String... options) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(options));
    String path = System.getProperty("java.class.path");
    String modules = System.getProperty("jdk.module.path", "");
    command.addAll(List.of("-cp", path + File.pathSeparator + modules));
    command.addAll(List.of(Guest.class.getName(), folder.toString()));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(output.toFile())
        .start();
  }

  private static List<String> lines(Process process, Path output) throws Exception {
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).as("the process ends").isTrue();
    return Files.readAllLines(output);
  }

  private List<String> run(String... options) throws Exception {
    Path output = temp.resolve("output");
    return lines(start(output, options), output);
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  @Test
  void secondProcess_runsWhatTheFirstHasMade() throws Exception {
    assertThat(run("-Xlog:class+load:file=" + temp.resolve("cold"))).containsExactly(RIGHT);
    assertThat(temp.resolve("cold")).content().contains(COMPILER);
    byte[] entry = Files.readAllBytes(files().get(0));
    assertThat(run("-Xlog:class+load:file=" + temp.resolve("warm"))).containsExactly(RIGHT);
    assertThat(temp.resolve("warm")).content().contains("Module").doesNotContain(COMPILER);
    assertThat(Files.readAllBytes(files().get(0))).isEqualTo(entry);
  }

  @Test
  void twoProcesses_thatStartOnAnEmptyCache_bothAnswerAndLeaveOneEntry() throws Exception {
    Path firstOutput = temp.resolve("first");
    Path secondOutput = temp.resolve("second");
    Process first = start(firstOutput);
    Process second = start(secondOutput);
    assertThat(lines(first, firstOutput)).containsExactly(RIGHT);
    assertThat(lines(second, secondOutput)).containsExactly(RIGHT);
    assertThat(files()).hasSize(1);
    assertThat(CodeCache.at(folder).list()).hasSize(1);
    assertThat(run("-Xlog:class+load:file=" + temp.resolve("warm"))).containsExactly(RIGHT);
    assertThat(temp.resolve("warm")).content().doesNotContain(COMPILER);
  }

  @Test
  void damagedEntry_isMadeAgainWithOneWarning() throws Exception {
    List<String> unused = run();
    byte[] entry = Files.readAllBytes(files().get(0));
    Random random = new Random(17);
    for (int i = 0; i < 3; i++) {
      byte[] damaged = entry.clone();
      damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
      Files.write(files().get(0), damaged);
      List<String> lines = run();
      assertThat(lines).hasSize(2).startsWith(RIGHT);
      assertThat(lines.get(1)).startsWith("warning ").contains("damaged");
      assertThat(run()).containsExactly(RIGHT);
    }
  }
}
