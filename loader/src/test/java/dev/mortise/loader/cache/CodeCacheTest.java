package dev.mortise.loader.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was written is read again, or it is not there. */
class CodeCacheTest {
  private static final byte[] CODE = "code".getBytes(StandardCharsets.UTF_8);

  @TempDir private Path temp;
  private Path folder;
  private CodeCache cache;
  private final List<String> warnings = new ArrayList<>();

  @BeforeEach
  void open() {
    folder = temp.resolve("cache");
    cache = CodeCache.at(folder).withWarnings(warnings::add);
  }

  private static CacheKey key(String module) {
    return new CacheKey(module, "compiler", "options", 21);
  }

  private CodeEntry entry(String module) {
    return cache.open(key(module), module + ".wasm");
  }

  private void write(String module, String... parts) {
    CodeEntry entry = entry(module);
    entry.valid();
    for (String part : parts) {
      entry.add(part, CODE);
    }
    entry.save();
  }

  private Path file() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList().get(0);
    }
  }

  @Test
  void open_ofWhatIsNotThere_knowsNothing() {
    CodeEntry entry = entry("a");
    assertThat(entry.isKnown()).isFalse();
    assertThat(entry.take("F1")).isNull();
    assertThat(folder).doesNotExist();
  }

  @Test
  void open_ofWhatWasSaved_hasIt() {
    CodeEntry first = entry("a");
    first.valid();
    first.interpreted(7);
    first.add("F1", CODE);
    first.save();
    CodeEntry again = entry("a");
    assertThat(again.isKnown()).isTrue();
    assertThat(again.interpreted()).containsExactly(7);
    assertThat(again.has("F1")).isTrue();
    assertThat(again.take("F1")).isEqualTo(CODE);
    assertThat(again.take("F1")).as("taken before").isNull();
    assertThat(again.has("F1")).isTrue();
    assertThat(warnings).isEmpty();
  }

  @Test
  void open_withAnotherKey_knowsNothing() {
    write("a", "F1");
    for (CacheKey other :
        List.of(
            new CacheKey("b", "compiler", "options", 21),
            new CacheKey("a", "other", "options", 21),
            new CacheKey("a", "compiler", "other", 21),
            new CacheKey("a", "compiler", "options", 25))) {
      assertThat(cache.open(other, "a").isKnown()).as(other.toString()).isFalse();
    }
  }

  @Test
  void save_byTwoAtOnce_keepsWhatBothHaveMade() {
    CodeEntry one = entry("a");
    CodeEntry other = entry("a");
    one.add("F1", CODE);
    other.add("F2", CODE);
    one.save();
    other.save();
    CodeEntry again = entry("a");
    assertThat(again.has("F1")).isTrue();
    assertThat(again.has("F2")).isTrue();
  }

  @Test
  void save_ofNothingNew_writesNothing() throws IOException {
    write("a", "F1");
    FileTime before = FileTime.from(Instant.EPOCH);
    CodeEntry entry = entry("a");
    Files.setLastModifiedTime(file(), before);
    entry.save();
    assertThat(Files.getLastModifiedTime(file())).isEqualTo(before);
  }

  @Test
  void files_areForTheUserAlone() throws IOException {
    write("a", "F1");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
        .isEqualTo("rwx------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
  }

  @Test
  void open_ofAFolderThatOthersCanWrite_isRefusedWithAWarning() throws IOException {
    write("a", "F1");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwx---"));
    CodeEntry entry = entry("a");
    assertThat(entry.isKnown()).isFalse();
    assertThat(warnings).hasSize(1);
    assertThat(warnings.get(0)).contains("can be written by others");
    entry.add("F2", CODE);
    entry.save();
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    assertThat(entry("a").has("F2")).isFalse();
  }

  @Test
  void open_ofAFileThatOthersCanWrite_isRefusedWithAWarningAndMadeAgain() throws IOException {
    write("a", "F1");
    Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-rw-rw-"));
    assertThat(entry("a").isKnown()).isFalse();
    assertThat(warnings).hasSize(1);
    write("a", "F2");
    warnings.clear();
    assertThat(entry("a").has("F2")).isTrue();
    assertThat(warnings).isEmpty();
  }

  @Test
  void open_ofALinkToAnothersFile_isRefused() throws IOException {
    write("a", "F1");
    Path elsewhere = temp.resolve("elsewhere");
    Path file = file();
    Files.move(file, elsewhere);
    Files.createSymbolicLink(file, elsewhere);
    assertThat(entry("a").isKnown()).isFalse();
    assertThat(warnings).hasSize(1);
  }

  @Test
  void open_ofAFileWithOneByteChanged_isNoticedWhereverItStands() throws IOException {
    write("a", "F1", "F2", "T3");
    byte[] whole = Files.readAllBytes(file());
    Random random = new Random(11);
    for (int position = 0; position < whole.length; position++) {
      byte[] damaged = whole.clone();
      damaged[position] ^= (byte) (1 + random.nextInt(255));
      Files.write(file(), damaged);
      warnings.clear();
      assertThat(entry("a").isKnown()).as("byte " + position).isFalse();
      assertThat(warnings).as("byte " + position).hasSize(1);
      assertThat(warnings.get(0)).contains("damaged");
    }
    write("a", "F4");
    warnings.clear();
    assertThat(entry("a").has("F4")).isTrue();
    assertThat(warnings).isEmpty();
  }

  @Test
  void open_ofAFileThatEndsTooSoon_isNoticedWhereverItEnds() throws IOException {
    write("a", "F1");
    byte[] whole = Files.readAllBytes(file());
    for (int length = 0; length < whole.length; length++) {
      Files.write(file(), Arrays.copyOf(whole, length));
      assertThat(entry("a").isKnown()).as(length + " bytes").isFalse();
    }
  }

  @Test
  void save_beyondTheLimit_removesWhatWasUsedLongestAgo() throws IOException {
    for (String module : List.of("a", "b", "c")) {
      write(module, "F1");
      for (CodeCache.Listed listed : cache.list()) {
        Files.setLastModifiedTime(
            listed.file(), FileTime.from(listed.lastUsed().minusSeconds(100)));
      }
    }
    assertThat(entry("a").isKnown()).as("used now").isTrue();
    long size = cache.list().get(0).bytes();
    cache = cache.withLimit(3 * size);
    write("d", "F1");
    assertThat(cache.list())
        .extracting(CodeCache.Listed::module)
        .containsExactlyInAnyOrder("a", "c", "d");
  }

  @Test
  void save_removesWhatAnotherHasNotFinished() throws IOException {
    write("a", "F1");
    Path old = Files.write(folder.resolve(TrustedFolder.UNFINISHED + "old"), CODE);
    Files.setLastModifiedTime(old, FileTime.from(Instant.now().minusSeconds(7200)));
    Path recent = Files.write(folder.resolve(TrustedFolder.UNFINISHED + "recent"), CODE);
    write("a", "F2");
    assertThat(old).doesNotExist();
    assertThat(recent).exists();
  }

  @Test
  void save_whereNothingCanBeWritten_warnsOnce() throws IOException {
    Files.write(temp.resolve("file"), CODE);
    cache = CodeCache.at(temp.resolve("file").resolve("cache")).withWarnings(warnings::add);
    CodeEntry entry = entry("a");
    entry.add("F1", CODE);
    entry.save();
    entry.add("F2", CODE);
    entry.save();
    assertThat(warnings).hasSize(1);
  }

  @Test
  void clear_removesEverything() throws IOException {
    write("a", "F1");
    write("b", "F1", "F2");
    assertThat(cache.list())
        .extracting(CodeCache.Listed::name, CodeCache.Listed::classes)
        .containsExactlyInAnyOrder(tuple("a.wasm", 1), tuple("b.wasm", 2));
    assertThat(cache.clear()).isEqualTo(2);
    assertThat(cache.list()).isEmpty();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void temporaryEntry_isNotWritten() {
    CodeEntry entry = CodeEntry.temporary();
    entry.add("F1", CODE);
    entry.save();
    assertThat(entry.take("F1")).as("nobody asks twice").isNull();
    assertThat(folder).doesNotExist();
  }
}
