package dev.mortise.wasi;

import static java.util.regex.Pattern.MULTILINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;

/**
 * {@code guests/site/site.js} as a component, {@code target/guests/site.wasm}. componentize-js
 * makes it: 14 MB, so it is built and not kept, and built again when what it is made of has
 * changed.
 *
 * <p>Where Node.js or npm is missing, or npm has no network, tests that need it are skipped and say
 * so. {@code -Dguests.js} makes that a failure, {@code -Dguests.js=FOLDER} takes the {@code
 * node_modules} of a folder instead of asking npm, and {@code -Dguests.js=off} builds nothing.
 */
final class JavaScriptGuest {
  /** The version of the interfaces that componentize-js 0.22.0 has. */
  private static final String WASI = "0.2.10";

  private static final int OLDEST_NODE = 20;

  /** How long npm may fetch, and componentize-js may work: each takes 10 s on two cores. */
  private static final long SECONDS = 120;

  private static final Path SOURCES =
      Path.of("src/test/resources/dev/mortise/wasi/guests/site").toAbsolutePath();
  private static final Path CONTRACTS = Path.of("../wasi-contracts/src/main/wit/0.2/deps");
  private static final Path FOLDER = Path.of("target/guests").toAbsolutePath();
  private static final Path BUILT = FOLDER.resolve("site.wasm");
  private static final Path LOG = FOLDER.resolve("build.log");

  /** What a program has done: not started, not in time, or ended with a status. */
  private record Outcome(Optional<Integer> status, String text) {
    boolean succeeded() {
      return status.equals(Optional.of(0));
    }
  }

  private JavaScriptGuest() {}

  /** Why there is none, once that is known. */
  private static Throwable missing;

  /**
   * The component, which is built if it has to be; otherwise the caller's test is skipped. For use
   * before each test: of a skipped class Surefire tells no reason. It is tried once.
   */
  static synchronized Path built() throws IOException, InterruptedException {
    if (missing instanceof Error failure) {
      throw failure;
    } else if (missing instanceof RuntimeException skipped) {
      throw skipped;
    }
    try {
      return build();
    } catch (TestAbortedException | AssertionError e) {
      missing = e;
      throw e;
    }
  }

  private static Path build() throws IOException, InterruptedException {
    String wanted = System.getProperty("guests.js", "if-possible");
    assumeTrue(!wanted.equals("off"), "the JavaScript guest is not built: -Dguests.js=off");
    if (isNew()) {
      return BUILT;
    }
    Files.createDirectories(FOLDER);
    boolean must = wanted.isEmpty() || wanted.equals("true");
    require(must, nodeRelease() >= OLDEST_NODE, "there is no Node.js " + OLDEST_NODE + " or newer");
    Path modules = FOLDER;
    if (must || wanted.equals("if-possible")) {
      install(must);
    } else {
      modules = Path.of(wanted).toAbsolutePath();
    }
    componentize(modules);
    return BUILT;
  }

  private static void require(boolean must, boolean condition, String problem) {
    String message = "the JavaScript guest is not built: " + problem;
    if (must) {
      assertThat(condition).as(message).isTrue();
    }
    assumeTrue(condition, message);
  }

  private static boolean isNew() throws IOException {
    if (!Files.exists(BUILT)) {
      return false;
    }
    FileTime built = Files.getLastModifiedTime(BUILT);
    for (Path folder : List.of(SOURCES, CONTRACTS)) {
      try (Stream<Path> files = Files.list(folder)) {
        if (files.anyMatch(file -> modified(file).compareTo(built) > 0)) {
          return false;
        }
      }
    }
    return true;
  }

  private static FileTime modified(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The first number of Node.js's version, 0 where there is none. */
  private static int nodeRelease() throws IOException, InterruptedException {
    Matcher version =
        Pattern.compile("^v(\\d+)\\.", MULTILINE).matcher(run("node", "--version").text());
    return version.find() ? Integer.parseInt(version.group(1)) : 0;
  }

  private static void install(boolean must) throws IOException, InterruptedException {
    Files.copy(
        SOURCES.resolve("package.json"),
        FOLDER.resolve("package.json"),
        StandardCopyOption.REPLACE_EXISTING);
    Outcome outcome =
        run(
            "npm",
            "install",
            "--prefix",
            FOLDER.toString(),
            "--prefer-offline",
            "--no-audit",
            "--no-fund",
            "--fetch-retries=1",
            "--fetch-retry-mintimeout=2000",
            "--fetch-timeout=30000");
    require(must, outcome.succeeded(), "npm cannot install componentize-js:\n" + outcome.text());
  }

  /** What is there to do it must do: to fail is no reason to skip a test. */
  private static void componentize(Path modules) throws IOException, InterruptedException {
    Path wit = FOLDER.resolve("wit");
    writeWit(wit);
    Path fresh = FOLDER.resolve("site.new.wasm");
    Outcome outcome =
        run(
            "node",
            SOURCES.resolve("build.mjs").toString(),
            modules.toString(),
            wit.toString(),
            fresh.toString());
    assertThat(outcome.succeeded())
        .as("componentize-js, in at most %d s:%n%s", SECONDS, outcome.text())
        .isTrue();
    Files.move(fresh, BUILT, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** The world, of the interfaces as they were in an older version. */
  private static void writeWit(Path wit) throws IOException {
    Files.createDirectories(wit.resolve("deps"));
    Files.writeString(
        wit.resolve("site.wit"),
        "package mortise:site;\nworld site { export wasi:http/incoming-handler@" + WASI + "; }");
    try (Stream<Path> files = Files.list(CONTRACTS)) {
      for (Path file : files.toList()) {
        String text =
            Files.readString(file)
                .replaceAll("@(since|unstable)\\([^)]*\\)", "@since(version = 0.2.0)")
                .replace("@0.2.12", "@" + WASI);
        Files.writeString(wit.resolve("deps").resolve(file.getFileName()), text);
      }
    }
  }

  /** Runs a program to its end, or until it is too late for that. */
  private static Outcome run(String... command) throws IOException, InterruptedException {
    Process process;
    try {
      process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(LOG.toFile())
              .start();
    } catch (IOException e) {
      return new Outcome(Optional.empty(), String.valueOf(e.getMessage()));
    }
    try {
      boolean ended = process.waitFor(SECONDS, TimeUnit.SECONDS);
      return new Outcome(
          ended ? Optional.of(process.exitValue()) : Optional.empty(), Files.readString(LOG));
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }
}
