package dev.mortise.loader.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mortise.loader.model.Definition;
import dev.mortise.runtime.error.MalformedComponentException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The exports alone, without the rest of a component. */
class ExportsTest {
  private static final Path HELLO = Path.of("../examples/hello-java/hello-clock.wasm");

  @Test
  void exports_areThoseOfTheWhole() throws IOException {
    byte[] bytes = Files.readAllBytes(HELLO);
    assertThat(ComponentDecoder.exports(bytes, Features.defaults()))
        .isNotEmpty()
        .isEqualTo(
            ComponentDecoder.decode(bytes, Features.defaults()).definitions().stream()
                .filter(Definition.Export.class::isInstance)
                .toList());
  }

  @Test
  void otherSections_areNotRead_butMustBeWhole() throws IOException {
    byte[] bytes = Files.readAllBytes(HELLO);
    byte[] withSection = Arrays.copyOf(bytes, bytes.length + 3);
    withSection[bytes.length] = 7; // types
    withSection[bytes.length + 1] = 1;
    withSection[bytes.length + 2] = (byte) 0xff; // a count that goes on
    assertThatThrownBy(() -> ComponentDecoder.decode(withSection, Features.defaults()))
        .isInstanceOf(MalformedComponentException.class);
    assertThat(ComponentDecoder.exports(withSection, Features.defaults())).isNotEmpty();
    byte[] cut = Arrays.copyOf(withSection, bytes.length + 2);
    assertThatThrownBy(() -> ComponentDecoder.exports(cut, Features.defaults()))
        .isInstanceOf(MalformedComponentException.class);
  }
}
