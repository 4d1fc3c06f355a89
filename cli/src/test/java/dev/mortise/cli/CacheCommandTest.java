package dev.mortise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mortise.loader.cache.CodeCache;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The cache of these tests is in the folder that the build names. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CacheCommandTest {
  private static final String HELLO =
      Path.of("..", "examples", "hello-java", "hello.wasm").toString();

  @BeforeAll
  static void useAnEmptyCache() {
    assertThat(CodeCache.ofUser().orElseThrow().folder().toString())
        .as("not the cache of who runs the tests")
        .contains("target");
    assertThat(Outcome.of("cache", "clear").exitCode()).isZero();
  }

  @Test
  @Order(1)
  void run_withoutCache_leavesNothingThere() {
    assertThat(Outcome.of("run", "--no-cache", HELLO, "greet(\"a\")").exitCode()).isZero();
    CodeCache.saveAll();
    assertThat(Outcome.of("cache", "list").out()).startsWith("0 entries, 0.0 KiB in ");
  }

  @Test
  @Order(2)
  void warm_compilesAll_andListShowsIt() {
    assertThat(Outcome.of("cache", "warm", HELLO))
        .isEqualTo(new Outcome(0, HELLO + " is in the cache\n", ""));
    Outcome list = Outcome.of("cache", "list");
    assertThat(list.exitCode()).isZero();
    assertThat(list.out().lines().toList())
        .hasSize(2)
        .satisfies(lines -> assertThat(lines.get(0)).endsWith("  hello.wasm"))
        .satisfies(lines -> assertThat(lines.get(1)).startsWith("1 entry, "));
    assertThat(Outcome.of("run", HELLO, "greet(\"a\")"))
        .isEqualTo(new Outcome(0, "\"Hello, a!\"\n", ""));
  }

  @Test
  @Order(3)
  void clear_removesAll() {
    assertThat(Outcome.of("cache", "clear")).isEqualTo(new Outcome(0, "1 entry removed\n", ""));
    assertThat(Outcome.of("cache", "clear").out()).isEqualTo("0 entries removed\n");
  }

  @Test
  void cache_withoutMore_isUsageError() {
    Outcome outcome = Outcome.of("cache");
    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.err()).startsWith("error: say what to do with the cache: list, clear or");
  }

  @Test
  void warm_ofNoFile_saysSo() {
    Outcome outcome = Outcome.of("cache", "warm", "nowhere.wasm");
    assertThat(outcome.exitCode()).isNotZero();
    assertThat(outcome.err()).isEqualTo("error: nowhere.wasm: there is no such file\n");
  }

  @Test
  void help_saysWhereTheCacheIs() {
    assertThat(Outcome.of("cache", "--help").out()).contains("MORTISE_CACHE", "%LOCALAPPDATA%");
  }
}
