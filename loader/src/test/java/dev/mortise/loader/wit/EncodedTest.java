package dev.mortise.loader.wit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mortise.loader.Component;
import dev.mortise.loader.wit.docs.Gate;
import dev.mortise.loader.wit.resolve.WitOptions;
import dev.mortise.loader.wit.resolve.WitPackages;
import dev.mortise.runtime.error.WitException;
import dev.mortise.runtime.name.InvalidNameException;
import dev.mortise.runtime.name.Version;
import dev.mortise.runtime.type.ComponentType;
import dev.mortise.runtime.type.ExternType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is read from text is what wasm-tools encodes of the same text ({@code encode.mjs}). */
class EncodedTest {
  private static final Path FILES = Path.of("src/test/resources/dev/mortise/loader/wit/encoded");

  private static WitPackages text(String name) throws IOException {
    return WitPackages.load(FILES.resolve(name + ".wit"), WitOptions.DEFAULT);
  }

  @ParameterizedTest
  @CsvSource({"shared, artist", "include, everything"})
  void world_ofText_isTheEncodedType(String file, String world) throws IOException {
    ComponentType encoded = Component.load(FILES.resolve(world + ".type.wasm")).type();
    ExternType.Type outer = (ExternType.Type) encoded.exports().get(world);
    ExternType inner = ((ComponentType) outer.type()).exports().values().iterator().next();
    ComponentType resolved = text(file).world(world).type();
    ComponentType expected = (ComponentType) inner;
    assertThat(TypeDump.of(resolved)).isEqualTo(TypeDump.of(expected));
    assertThat(resolved.importedResources()).hasSameSizeAs(expected.importedResources());
    assertThat(resolved.freshResources()).hasSameSizeAs(expected.freshResources());
  }

  @ParameterizedTest
  @CsvSource({"shared, painter", "shared, artist", "include, everything"})
  void world_ofText_hasWhatItsComponentHas(String file, String world) throws IOException {
    ComponentType component = Component.load(FILES.resolve(world + ".wasm")).type();
    ComponentType resolved = text(file).world(world).type();
    assertThat(TypeDump.of(resolved)).isEqualTo(TypeDump.of(component));
  }

  @Test
  void package_ofBinary_isReadWithItsDocumentation() throws IOException {
    ComponentType type = Component.load(FILES.resolve("files.wasm")).type();
    assertThat(WitPackages.isEncoded(type)).isTrue();
    WitPackages packages = WitPackages.ofEncoded(type, section(FILES.resolve("files.wasm")));
    Golden.check("wit/encoded/files.expected", packages.wit());
    assertThat(packages.main()).hasToString("demo:files@1.0.0");
    assertThat(packages.world(null).type().imports()).containsKey("demo:files/types@1.0.0");
    assertThat(packages.docs().of("demo:files/types@1.0.0", "[method]file.read").gate())
        .isEqualTo(new Gate(version("1.0.0"), null, version("1.0.0")));
    assertThat(packages.docs().of("demo:files/types@1.0.0", "mode", "read").text())
        .isEqualTo("To read.");
  }

  @Test
  void package_withBrokenDocumentation_isRefused() throws IOException {
    ComponentType type = Component.load(FILES.resolve("files.wasm")).type();
    byte[] broken = "\u0001{\"docs\": }".getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> WitPackages.ofEncoded(type, broken))
        .isInstanceOf(WitException.class)
        .satisfies(e -> Golden.check("wit/errors/encoded-package.expected", e.getMessage() + "\n"));
    assertThatThrownBy(() -> WitPackages.ofEncoded(type, new byte[] {7}))
        .hasMessageContaining("its version is neither 0 nor 1");
  }

  @Test
  void component_thatRuns_isNoEncodedPackage() throws IOException {
    ComponentType type = Component.load(FILES.resolve("painter.wasm")).type();
    assertThat(WitPackages.isEncoded(type)).isFalse();
    assertThatThrownBy(() -> WitPackages.ofEncoded(type, null)).isInstanceOf(WitException.class);
  }

  private static byte[] section(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    var decoded = Component.load(file).validated().decoded();
    var section =
        decoded.customSections().stream()
            .filter(s -> s.name().equals("package-docs"))
            .findFirst()
            .orElseThrow();
    return Arrays.copyOfRange(bytes, (int) section.offset(), (int) section.end());
  }

  private static Version version(String text) {
    try {
      return Version.parse(text);
    } catch (InvalidNameException e) {
      throw new AssertionError(e);
    }
  }
}
