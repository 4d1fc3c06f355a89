package dev.mortise.esmintegration.importmap;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mortise.esmintegration.url.ModuleUrl;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Subresource Integrity: "parse metadata", "do bytes match metadataList"; and import maps with it.
 */
class IntegrityTest {
  private static final ModuleUrl BASE = requireNonNull(ModuleUrl.parse("file:///app/map.json"));

  /** Digests of {@code abc} as FIPS 180 gives them, in base64. */
  private static final String SHA256 = "sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=";

  private static final String SHA384 =
      "sha384-ywB1P0WjXou1oD1pmsZQBycsMqsO3tFjGotgWkP/W+2AhgcroefMI1i67KE0yCWn";

  private static final String SHA512 =
      "sha512-3a81oZNherrMQXNJriBBMRLm+k6JqX6iCp7u5ktV05ohkpkqJ0/BqDa6PCOj/uu9"
          + "RU1EI2Q86A4qmslPpUyknw==";

  private static final byte[] ABC = "abc".getBytes(StandardCharsets.UTF_8);
  private static final byte[] OTHER = "abd".getBytes(StandardCharsets.UTF_8);

  private static Integrity asked(String metadata) {
    return requireNonNull(Integrity.parse(metadata));
  }

  @ParameterizedTest
  @ValueSource(strings = {SHA256, SHA384, SHA512})
  void oneDigest_fitsItsBytesAlone(String metadata) {
    assertThat(asked(metadata).fits(ABC)).isTrue();
    assertThat(asked(metadata).fits(OTHER)).isFalse();
    assertThat(asked(metadata).of(ABC)).isEqualTo(metadata).isEqualTo(asked(metadata).toString());
  }

  @Test
  void severalOfOneStrength_oneHasToFit() {
    String other = asked(SHA256).of(OTHER);
    assertThat(asked(other + "\n " + SHA256).fits(ABC)).isTrue();
    assertThat(asked(other + " " + asked(SHA256).of(new byte[0])).fits(ABC)).isFalse();
  }

  @Test
  void severalStrengths_theStrongestCounts() {
    String wrong = asked(SHA512).of(OTHER);
    assertThat(asked(SHA256 + " " + wrong + " " + SHA384).fits(ABC)).isFalse();
    assertThat(asked(asked(SHA256).of(OTHER) + " " + SHA512).fits(ABC)).isTrue();
  }

  @Test
  void options_andBase64OfUrls_areRead() {
    assertThat(asked(SHA512 + "?ct=text/javascript").fits(ABC)).isTrue();
    assertThat(asked(SHA512.replace('+', '-').replace('/', '_')).fits(ABC)).isTrue();
    assertThat(asked(SHA256.replace("=", "")).fits(ABC)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "md5-kAFQmDzST7DWlj99KOF/cg==", "sha256", "sha256-", "sha256-a"})
  void nothingKnown_asksForNothing(String metadata) {
    assertThat(Integrity.parse(metadata)).isNull();
  }

  private static ImportMap map(String entries) {
    return ImportMap.parse("{\"integrity\": {" + entries + "}}", BASE);
  }

  @Test
  void map_keysAreUrls_relativeToTheMap() {
    ImportMap map =
        map(
            "\"./lib/a.mjs\": \""
                + SHA256
                + "\", \"/b.wasm#docs:x/y\": \""
                + SHA256
                + "\", \"https://example.org/c.js\": \""
                + SHA256
                + "\"");
    assertThat(map.integrity().keySet().stream().map(ModuleUrl::toString))
        .containsExactlyInAnyOrder(
            "file:///app/lib/a.mjs", "file:///b.wasm", "https://example.org/c.js");
    assertThat(map.warnings()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"a.mjs\": \"sha256-AA==\" | \"a.mjs\" in \"integrity\" is left out: it is no URL and does"
            + " not begin with /, ./ or ../",
        "\"./a.mjs\": 1 | \"./a.mjs\" in \"integrity\" is left out: what it asks for is a number,"
            + " no string",
        "\"./a.mjs\": \"md5-AA==\" | \"./a.mjs\" in \"integrity\" asks for nothing: \"md5-AA==\" is"
            + " no sha256-, sha384- or sha512- with a digest in base64",
      })
  void map_entryThatMeansNothing_isLeftOut(String entry, String warning) {
    assertThat(map(entry).integrity()).isEmpty();
    assertThat(map(entry).warnings()).containsExactly(warning);
  }

  @Test
  void map_emptyMetadata_asksForNothing() {
    assertThat(map("\"./a.mjs\": \"\"").integrity()).isEmpty();
    assertThat(map("\"./a.mjs\": \"\"").warnings()).isEmpty();
  }

  @Test
  void map_notAnObject_isAnError() {
    assertThatThrownBy(() -> ImportMap.parse("{\"integrity\": []}", BASE))
        .hasMessageContaining("\"integrity\": expected an object, found an array");
  }
}
