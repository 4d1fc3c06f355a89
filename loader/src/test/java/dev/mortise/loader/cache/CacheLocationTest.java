package dev.mortise.loader.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Where the user's cache is. */
class CacheLocationTest {
  private static final Path HOME = Path.of("/home/ann");

  private static Path linux(Map<String, String> environment) {
    return CacheLocation.of("Linux", environment, HOME);
  }

  @Test
  void linux_goesByTheXdgSpecification() {
    assertThat(linux(Map.of())).isEqualTo(HOME.resolve(".cache/mortise"));
    assertThat(linux(Map.of("XDG_CACHE_HOME", "/var/c"))).isEqualTo(Path.of("/var/c/mortise"));
    assertThat(linux(Map.of("XDG_CACHE_HOME", ""))).isEqualTo(HOME.resolve(".cache/mortise"));
    assertThat(linux(Map.of("XDG_CACHE_HOME", "c"))).isEqualTo(HOME.resolve(".cache/mortise"));
  }

  @Test
  void macOs_hasAFolderForCaches() {
    assertThat(CacheLocation.of("Mac OS X", Map.of("XDG_CACHE_HOME", "/var/c"), HOME))
        .isEqualTo(HOME.resolve("Library/Caches/mortise"));
  }

  @Test
  void windows_hasAFolderForWhatIsLocal() {
    assertThat(CacheLocation.of("Windows 11", Map.of(), HOME))
        .isEqualTo(HOME.resolve("AppData/Local/mortise/cache"));
    assertThat(CacheLocation.of("Windows 11", Map.of("LOCALAPPDATA", "/local"), HOME))
        .isEqualTo(Path.of("/local/mortise/cache"));
  }

  @Test
  void user_withoutAFolder_hasNoCache() {
    assertThat(CodeCache.ofUser("Linux", Map.of(), Path.of("?"))).isEmpty();
    assertThat(CodeCache.ofUser("Linux", Map.of("XDG_CACHE_HOME", "/c"), Path.of("?"))).isPresent();
  }

  @Test
  void variable_namesAFolderOrSaysOff() {
    assertThat(CodeCache.ofUser("Linux", Map.of("MORTISE_CACHE", "off"), HOME)).isEmpty();
    assertThat(
            CodeCache.ofUser("Linux", Map.of("MORTISE_CACHE", "/c"), HOME).map(CodeCache::folder))
        .isEqualTo(Optional.of(Path.of("/c")));
    assertThat(CodeCache.ofUser("Linux", Map.of(), HOME).map(CodeCache::folder))
        .isEqualTo(Optional.of(HOME.resolve(".cache/mortise")));
  }
}
