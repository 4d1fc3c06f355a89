package dev.mortise.testing.wasi;

import static dev.mortise.testing.wasi.All.FILES;
import static dev.mortise.testing.wasi.All.STREAMS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.mortise.loader.Instance;
import dev.mortise.runtime.value.ComponentValue;
import dev.mortise.testing.ComponentTest;
import dev.mortise.testing.FakeWasi;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code wasi:filesystem} as a component calls it. */
@ComponentTest(value = "all.wasm", undroppedHandles = true)
class FilesTest {
  private static final String METHOD = FILES + "[method]descriptor.";
  private static final Set<String> NONE = Set.of();

  @FakeWasi Wasi wasi;

  private All all;

  @BeforeEach
  void start(Instance instance) {
    all = new All(instance);
  }

  private ComponentValue root() {
    ComponentValue preopen = all.call("wasi:filesystem/preopens@0.2.12#get-directories").element(0);
    assertThat(preopen.element(1).asString()).isEqualTo("/");
    return preopen.element(0);
  }

  private ComponentValue open(String path, Set<String> flags, String... access) {
    return all.ok(METHOD + "open-at", root(), NONE, path, flags, Set.of(access));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void read_givesBytesAndWhetherTheyReachTheEnd() {
    wasi.files().write("/in.txt", "abcdef");
    ComponentValue file = open("in.txt", NONE, "read");
    ComponentValue part = all.ok(METHOD + "read", file, 3L, 1L);
    assertThat(part.element(0).asBytes()).isEqualTo(utf8("bcd"));
    assertThat(part.element(1).asBoolean()).isFalse();
    part = all.ok(METHOD + "read", file, 30L, 4L);
    assertThat(part.element(0).asBytes()).isEqualTo(utf8("ef"));
    assertThat(part.element(1).asBoolean()).isTrue();
    assertThat(all.ok(METHOD + "read", file, 3L, -1L).element(1).asBoolean()).isTrue();
  }

  @Test
  void write_isSeenByTheTest() {
    ComponentValue file = open("out.txt", Set.of("create"), "write");
    assertThat(All.u64(all.ok(METHOD + "write", file, utf8("two"), 2L))).isEqualTo(3);
    assertThat(wasi.files().text("/out.txt")).isEqualTo("\0\0two");
    assertThat(all.ok(METHOD + "set-size", file, 1L)).isEqualTo(ComponentValue.UNIT);
    assertThat(wasi.files().bytes("out.txt")).containsExactly(0);
  }

  @Test
  void streams_haveAPositionEach() {
    wasi.files().write("/log", "one ");
    ComponentValue file = open("log", NONE, "read", "write");
    ComponentValue end = all.ok(METHOD + "append-via-stream", file);
    ComponentValue start = all.ok(METHOD + "write-via-stream", file, 0L);
    ComponentValue in = all.ok(METHOD + "read-via-stream", file, 1L);
    String write = STREAMS + "[method]output-stream.blocking-write-and-flush";
    assertThat(all.ok(write, end, utf8("two "))).isEqualTo(ComponentValue.UNIT);
    assertThat(all.ok(write, start, utf8("O"))).isEqualTo(ComponentValue.UNIT);
    assertThat(all.ok(write, start, utf8("N"))).isEqualTo(ComponentValue.UNIT);
    assertThat(wasi.files().text("/log")).isEqualTo("ONe two ");
    String read = STREAMS + "[method]input-stream.blocking-read";
    assertThat(all.ok(read, in, 3L).asBytes()).isEqualTo(utf8("Ne "));
    assertThat(all.ok(read, in, 30L).asBytes()).isEqualTo(utf8("two "));
    assertThat(all.err(read, in, 30L)).isEqualTo("closed");
  }

  @Test
  void stat_hasTypeSizeLinksAndTimes() {
    wasi.files().write("/d/f", "abc");
    wasi.clock().advance(Duration.ofDays(1));
    ComponentValue directory = open("d", NONE, "read");
    ComponentValue file = all.ok(METHOD + "stat-at", directory, NONE, "f");
    assertThat(file.field("type").caseName()).isEqualTo("regular-file");
    assertThat(All.u64(file.field("size"))).isEqualTo(3);
    assertThat(All.u64(file.field("link-count"))).isEqualTo(1);
    ComponentValue modified = file.field("data-modification-timestamp").asOptional().orElseThrow();
    assertThat(Args.instant(modified)).contains(java.time.Instant.parse("2026-01-01T00:00:00Z"));
    ComponentValue self = all.ok(METHOD + "stat", directory);
    assertThat(self.field("type").caseName()).isEqualTo("directory");
    assertThat(all.ok(METHOD + "get-type", directory).caseName()).isEqualTo("directory");
    assertThat(all.ok(METHOD + "get-flags", directory).asFlags()).containsExactly("read");
  }

  @Test
  void times_areSetAsAskedFor() {
    wasi.files().write("/f", "abc");
    wasi.clock().advance(Duration.ofSeconds(5));
    Object then = Map.entry("timestamp", Map.of("seconds", 12L, "nanoseconds", 3));
    assertThat(all.ok(METHOD + "set-times-at", root(), NONE, "f", then, "now"))
        .isEqualTo(ComponentValue.UNIT);
    ComponentValue stat = all.ok(METHOD + "stat-at", root(), NONE, "f");
    assertThat(stat.field("data-access-timestamp").asOptional().flatMap(Args::instant))
        .contains(java.time.Instant.ofEpochSecond(12, 3));
    assertThat(stat.field("data-modification-timestamp").asOptional().flatMap(Args::instant))
        .contains(wasi.clock().now());
    ComponentValue file = open("f", NONE, "write");
    assertThat(all.ok(METHOD + "set-times", file, "no-change", then))
        .isEqualTo(ComponentValue.UNIT);
    stat = all.ok(METHOD + "stat", file);
    assertThat(
            All.u64(
                stat.field("data-access-timestamp").asOptional().orElseThrow().field("seconds")))
        .isEqualTo(12);
    Object never = Map.entry("timestamp", Map.of("seconds", -1L, "nanoseconds", 3));
    assertThat(all.err(METHOD + "set-times", file, "now", never)).isEqualTo("invalid");
  }

  @Test
  void directory_listsItsEntriesByName() {
    wasi.files().write("/b", "").write("/a", "").createDirectory("/c/d");
    ComponentValue stream = all.ok(METHOD + "read-directory", root());
    List<String> entries = new ArrayList<>();
    String next = FILES + "[method]directory-entry-stream.read-directory-entry";
    for (var entry = all.ok(next, stream).asOptional();
        entry.isPresent();
        entry = all.ok(next, stream).asOptional()) {
      entries.add(
          entry.get().field("name").asString() + " " + entry.get().field("type").caseName());
    }
    assertThat(entries).containsExactly("a regular-file", "b regular-file", "c directory");
  }

  @Test
  void names_areMadeMovedAndRemoved() {
    ComponentValue root = root();
    wasi.files().write("/f", "abc");
    assertThat(all.ok(METHOD + "create-directory-at", root, "d")).isEqualTo(ComponentValue.UNIT);
    ComponentValue target = open("d", NONE, "read", "mutate-directory");
    assertThat(all.ok(METHOD + "link-at", root, NONE, "f", target, "again"))
        .isEqualTo(ComponentValue.UNIT);
    assertThat(all.ok(METHOD + "rename-at", root, "f", target, "g")).isEqualTo(ComponentValue.UNIT);
    assertThat(wasi.files().list()).containsExactly("/d/", "/d/again", "/d/g");
    assertThat(all.ok(METHOD + "unlink-file-at", target, "g")).isEqualTo(ComponentValue.UNIT);
    assertThat(all.err(METHOD + "remove-directory-at", root, "d")).isEqualTo("not-empty");
    assertThat(all.ok(METHOD + "unlink-file-at", target, "again")).isEqualTo(ComponentValue.UNIT);
    assertThat(all.ok(METHOD + "remove-directory-at", root, "d")).isEqualTo(ComponentValue.UNIT);
    assertThat(wasi.files().list()).isEmpty();
  }

  @Test
  void errors_areThoseOfWit() {
    ComponentValue root = root();
    wasi.files().write("/f", "abc").createDirectory("/d");
    Set<String> read = Set.of("read");
    assertThat(all.err(METHOD + "open-at", root, NONE, "no", NONE, read)).isEqualTo("no-entry");
    assertThat(all.err(METHOD + "open-at", root, NONE, "/f", NONE, read))
        .isEqualTo("not-permitted");
    assertThat(all.err(METHOD + "open-at", root, NONE, "f", Set.of("directory"), read))
        .isEqualTo("not-directory");
    assertThat(all.err(METHOD + "unlink-file-at", root, "d")).isEqualTo("is-directory");
    assertThat(all.err(METHOD + "create-directory-at", root, "f")).isEqualTo("exist");
    assertThat(all.err(METHOD + "symlink-at", root, "f", "s")).isEqualTo("unsupported");
    assertThat(all.err(METHOD + "readlink-at", root, "f")).isEqualTo("invalid");
    assertThat(all.err(METHOD + "write", open("f", NONE, "read"), utf8("x"), 0L))
        .isEqualTo("bad-descriptor");
  }

  @Test
  void readOnly_refusesEveryChange() {
    wasi.files().write("/f", "abc").readOnly();
    ComponentValue root = root();
    assertThat(all.ok(METHOD + "get-flags", root).asFlags()).containsExactly("read");
    Set<String> write = Set.of("write");
    assertThat(all.err(METHOD + "open-at", root, NONE, "f", NONE, write)).isEqualTo("read-only");
    assertThat(all.err(METHOD + "create-directory-at", root, "d")).isEqualTo("read-only");
    assertThat(all.err(METHOD + "unlink-file-at", root, "f")).isEqualTo("read-only");
    assertThat(all.err(METHOD + "set-times", root, "now", "now")).isEqualTo("read-only");
  }

  @Test
  void fullDisk_failsTheStreamWithItsErrorCode() {
    wasi.files().capacity(2);
    ComponentValue file = open("f", Set.of("create"), "write");
    ComponentValue out = all.ok(METHOD + "write-via-stream", file, 0L);
    String write = STREAMS + "[method]output-stream.blocking-write-and-flush";
    ComponentValue failed = all.call(write, out, utf8("abc")).casePayload().orElseThrow();
    assertThat(failed.caseName()).isEqualTo("last-operation-failed");
    ComponentValue error = failed.casePayload().orElseThrow();
    assertThat(all.call("wasi:io/error@0.2.12#[method]error.to-debug-string", error).asString())
        .isEqualTo("writing to a file failed: insufficient-space");
    assertThat(
            all.call(FILES + "filesystem-error-code", error).asOptional().orElseThrow().caseName())
        .isEqualTo("insufficient-space");
    assertThat(all.err(write, out, utf8("a"))).isEqualTo("closed");
    assertThat(all.err(METHOD + "write", file, utf8("abc"), 0L)).isEqualTo("insufficient-space");
  }

  @Test
  void sameObject_isTheSameFileUnderAnyName() {
    wasi.files().write("/f", "abc").write("/g", "abc");
    assertThat(all.ok(METHOD + "link-at", root(), NONE, "f", root(), "h"))
        .isEqualTo(ComponentValue.UNIT);
    ComponentValue f = open("f", NONE, "read");
    String same = METHOD + "is-same-object";
    assertThat(all.call(same, f, open("h", NONE, "read")).asBoolean()).isTrue();
    assertThat(all.call(same, f, open("g", NONE, "read")).asBoolean()).isFalse();
  }

  @Test
  void metadataHash_changesWithTheContent() {
    wasi.files().write("/f", "abc").write("/g", "abc");
    ComponentValue before = all.ok(METHOD + "metadata-hash-at", root(), NONE, "f");
    assertThat(all.ok(METHOD + "metadata-hash", open("f", NONE, "read"))).isEqualTo(before);
    assertThat(all.ok(METHOD + "metadata-hash-at", root(), NONE, "g")).isNotEqualTo(before);
    wasi.files().write("/f", "abd");
    assertThat(all.ok(METHOD + "metadata-hash-at", root(), NONE, "f")).isNotEqualTo(before);
  }

  @Test
  void adviceAndSync_haveNothingToDo() {
    wasi.files().write("/f", "abc");
    ComponentValue file = open("f", NONE, "read");
    assertThat(all.ok(METHOD + "advise", file, 0L, 3L, "will-need")).isEqualTo(ComponentValue.UNIT);
    assertThat(all.ok(METHOD + "sync", file)).isEqualTo(ComponentValue.UNIT);
    assertThat(all.ok(METHOD + "sync-data", file)).isEqualTo(ComponentValue.UNIT);
  }

  @Test
  void test_seesWhatIsThereAndWhatIsNot() {
    wasi.files().write("a/b/c.txt", "x").createDirectory("/e/");
    assertThat(wasi.files().list()).containsExactly("/a/", "/a/b/", "/a/b/c.txt", "/e/");
    assertThat(wasi.files().exists("/a/b")).isTrue();
    assertThat(wasi.files().isDirectory("/a/b/c.txt")).isFalse();
    assertThat(wasi.files().exists("/a/b/d.txt")).isFalse();
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> wasi.files().text("/c.txt"))
        .withMessage("there is no file /c.txt; there are [/a/, /a/b/, /a/b/c.txt, /e/]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> wasi.files().delete("/a"))
        .withMessageContaining("not-empty");
    wasi.files().delete("/a/b/c.txt").delete("/e");
    assertThat(wasi.files().list()).containsExactly("/a/", "/a/b/");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> wasi.files().write("/a/b", "x"))
        .withMessageContaining("is-directory");
  }
}
